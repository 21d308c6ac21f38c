import { isRecord } from "../../core/values/unknown";
import type { GetTrainedModelResponse } from "../../service/shapes";
import { joinPath } from "../../service/violations";
import { type ModelRef, partsOf } from "./identity";
import { apiInputs, type JobInputs, type JobOutputs } from "./inputs";

/** A model as the service describes it. A base beside later versions is described by a row of a list alone, which lacks some members. */
export type TrainedModel = Partial<GetTrainedModelResponse> &
  Pick<GetTrainedModelResponse, "trainedModelArn" | "status" | "name">;

/** What the state records of a job: its inputs where the program gave any, the service's values elsewhere. */
export function jobOutputs(inputs: JobInputs, ref: ModelRef, request: { name?: string }, model?: TrainedModel): JobOutputs {
  const filled: string[] = [];
  const given: Record<string, unknown> = { ...inputs };
  const found: Record<string, unknown> = model === undefined ? {} : fromService(model);
  const name = inputs.name ?? model?.name ?? request.name;
  const merged = fill(given, { ...found, name, region: partsOf(ref).region }, "", filled) as JobInputs;
  return {
    ...merged,
    ...ref,
    name: name ?? "",
    region: merged.region ?? partsOf(ref).region,
    ...(model?.collaborationIdentifier === undefined ? {} : { collaborationIdentifier: model.collaborationIdentifier }),
    ...(model?.createTime === undefined ? {} : { createTime: model.createTime.toISOString() }),
    __filled: filled,
  };
}

/** The members of an answer that are inputs too. Tags are not: only those that the program sets are ours. */
function fromService(model: TrainedModel): Record<string, unknown> {
  const members = apiInputs.filter((key) => key !== "name" && key !== "tags");
  return Object.fromEntries(
    members.filter((key) => model[key] !== undefined && model[key] !== null).map((key) => [key, model[key]]),
  );
}

/** `given`, with what only `found` has; the paths of that are added to `filled`. */
function fill(given: unknown, found: unknown, path: string, filled: string[]): unknown {
  if (Array.isArray(given) && Array.isArray(found)) {
    const namesake = (channel: unknown) =>
      found.find((other: unknown) => isRecord(other) && isRecord(channel) && other.channelName === channel.channelName);
    return given.map((channel: unknown, index) => fill(channel, namesake(channel), `${path}[${index}]`, filled));
  }
  if (!isRecord(given) || !isRecord(found)) return given;
  const merged: Record<string, unknown> = { ...given };
  for (const [key, value] of Object.entries(found)) {
    const at = path === "" ? key : joinPath(path, key);
    if (value === undefined || value === null) continue;
    if (merged[key] === undefined) {
      merged[key] = value;
      filled.push(at);
    } else {
      merged[key] = fill(merged[key], value, at, filled);
    }
  }
  return merged;
}
