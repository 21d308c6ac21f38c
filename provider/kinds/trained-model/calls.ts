import { isServiceError } from "../../core/errors/service-error";
import { type Context, serviceOf } from "../../core/run/context";
import type { TrainedModelSummary } from "../../service/shapes";
import { type ModelRef, partsOf, versionOf } from "./identity";
import type { TrainedModel } from "./outputs";

type Reader = Pick<Context, "serviceIn" | "signal">;

/** The model that a ref names, or undefined when the service has none (404). Any other failure is thrown. */
export async function findTrainedModel(ref: ModelRef, context: Reader): Promise<TrainedModel | undefined> {
  const { membershipIdentifier } = partsOf(ref);
  const service = serviceOf(ref, context);
  const { signal } = context;
  try {
    const model = await service.getTrainedModel({ membershipIdentifier, ...ref }, signal);
    // Without a version the service describes the latest one: a base that has later versions is in the list alone.
    if (versionOf(model.versionIdentifier) === ref.versionIdentifier) return model;
    const versions = await service.listTrainedModelVersions(
      { membershipIdentifier, trainedModelArn: ref.trainedModelArn },
      signal,
    );
    return versions.find((version) => versionOf(version.versionIdentifier) === ref.versionIdentifier);
  } catch (error) {
    if (isServiceError(error, "not-found")) return undefined;
    throw error;
  }
}

/** The tags of a model: out of its description, or asked for where that has none, as a row of a list never does. */
export async function tagsOf(ref: ModelRef, model: TrainedModel, context: Reader): Promise<Record<string, string>> {
  if (model.tags !== undefined) return model.tags;
  try {
    return (await serviceOf(ref, context).listTagsForResource({ resourceArn: ref.trainedModelArn }, context.signal)).tags;
  } catch (error) {
    const isDescribed = model.dataChannels !== undefined;
    if (isServiceError(error, "not-found") || (isDescribed && isServiceError(error, "denied"))) return {};
    throw error;
  }
}

/** What tells a row of a list from another. */
export function refOfRow(row: TrainedModelSummary): ModelRef {
  const versionIdentifier = versionOf(row.versionIdentifier);
  return versionIdentifier === undefined
    ? { trainedModelArn: row.trainedModelArn }
    : { trainedModelArn: row.trainedModelArn, versionIdentifier };
}
