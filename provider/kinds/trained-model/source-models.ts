import { taintCommand, upCommand } from "../../core/errors/commands";
import { AdvisedError } from "../../core/errors/errors";
import type { ServiceError } from "../../core/errors/service-error";
import { type Context, serviceOf } from "../../core/run/context";
import { partsOf } from "../../core/values/ids";
import { idOf, refFrom, versionFrom } from "./identity";
import type { TrainingInputs } from "./inputs";
import type { TrainedModel } from "./outputs";
import { phaseOf } from "./statuses";

/** The source model, on top of which another is to be trained, is not ACTIVE. */
export class SourceModelNotActiveError extends AdvisedError {
  override readonly name = "SourceModelNotActiveError" as const;
}

/** Throws where a create was refused since its source model is not ACTIVE: what is the matter with it, and what mends it. */
export async function requireActiveSources(inputs: TrainingInputs, refused: ServiceError, context: Context): Promise<void> {
  for (const { trainedModelArn, versionIdentifier } of inputs.incrementalTrainingDataChannels ?? []) {
    const { membershipIdentifier } = partsOf(trainedModelArn);
    const named = refFrom(trainedModelArn, versionIdentifier);
    const source = await serviceOf(trainedModelArn, context)
      .getTrainedModel({ membershipIdentifier, ...named }, context.signal)
      .catch(() => undefined);
    if (source !== undefined && phaseOf(source.status) !== "active") throw notActive(idOf(named), source, refused, context);
  }
}

function notActive(named: string, source: TrainedModel, refused: ServiceError, context: Context): SourceModelNotActiveError {
  const id = idOf(refFrom(source.trainedModelArn, source.versionIdentifier));
  const taken = id === named ? "" : " (none is named, and the service takes the latest version)";
  return new SourceModelNotActiveError(
    `cannot train on ${id}${taken}: it is ${source.status}, not ACTIVE; the service said: ${refused.message}`,
    adviceOn(context.engineRun.urnOf(named), source),
    { cause: refused },
  );
}

function adviceOn(jobUrn: string | undefined, source: TrainedModel): string[] {
  if (phaseOf(source.status) === "running") return ["Run this when it is ACTIVE:", upCommand];
  if (jobUrn === undefined) return ["name a version that is ACTIVE in `incrementalTrainingDataChannels`"];
  return [
    "Nothing is trained again on its own: a training is paid for. To train anew from the model that is named, and all that is trained on it,",
    "mark its job with this command and run `pulumi up`:",
    taintCommand(jobUrn),
  ];
}

/** Warns where the service took another version: a first version cannot be named, and only the answer tells which one was meant. */
export function warnOfOtherSource(inputs: TrainingInputs, model: TrainedModel | undefined, { engine, resource }: Context): void {
  const [wanted] = inputs.incrementalTrainingDataChannels ?? [];
  const version = versionFrom(model?.incrementalTrainingDataChannels?.[0]?.versionIdentifier);
  if (wanted === undefined || version === undefined || version === versionFrom(wanted.versionIdentifier)) return;
  const [taken, named] = [version, wanted.versionIdentifier].map((one) => idOf(refFrom(wanted.trainedModelArn, one)));
  engine.log(
    "warning",
    resource.urn,
    `is trained on ${taken}, not on ${named}: the service takes the latest version where none is named`,
  );
}
