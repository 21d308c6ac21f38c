import { taintCommand, upCommand } from "../../core/errors/commands";
import { ParentNotActiveError } from "../../core/errors/errors";
import type { ServiceError } from "../../core/errors/service-error";
import { type Context, serviceOf } from "../../core/run/context";
import { idOf, type ModelRef, partsOf, refFrom, versionOf } from "./identity";
import type { JobInputs } from "./inputs";
import type { TrainedModel } from "./outputs";
import { phaseOf } from "./statuses";

/** Throws where a create was refused since a model to train on is not ACTIVE: what is the matter with it, and what mends it. */
export async function requireActiveParents(inputs: JobInputs, refused: ServiceError, context: Context): Promise<void> {
  for (const { trainedModelArn, versionIdentifier } of inputs.incrementalTrainingDataChannels ?? []) {
    const { membershipIdentifier } = partsOf({ trainedModelArn });
    const named = refFrom(trainedModelArn, versionIdentifier);
    const parent = await serviceOf(named, context)
      .getTrainedModel({ membershipIdentifier, ...named }, context.signal)
      .catch(() => undefined);
    if (parent !== undefined && phaseOf(parent.status) !== "active") throw notActive(named, parent, refused, context);
  }
}

function notActive(named: ModelRef, parent: TrainedModel, refused: ServiceError, { session }: Context): ParentNotActiveError {
  const ref = refFrom(parent.trainedModelArn, parent.versionIdentifier);
  const taken = idOf(ref) === idOf(named) ? "" : " (none is named, and the service takes the latest version)";
  return new ParentNotActiveError(
    `cannot train on ${idOf(ref)}${taken}: it is ${parent.status}, not ACTIVE; the service said: ${refused.message}`,
    adviceOn(session.urnOf(idOf(named)), parent),
    { cause: refused },
  );
}

function adviceOn(jobUrn: string | undefined, parent: TrainedModel): string[] {
  if (phaseOf(parent.status) === "training") return ["Run this when it is ACTIVE:", upCommand];
  if (jobUrn === undefined) return ["name a version that is ACTIVE in `incrementalTrainingDataChannels`"];
  return [
    "Nothing is trained again on its own: a training is paid for. To train anew from the model that is named, and all that is trained on it,",
    "mark its job with this command and run `pulumi up`:",
    taintCommand(jobUrn),
  ];
}

/** A base has no version to name, and AWS's documents disagree on what is meant without one: only its answer tells. */
export function warnOfOtherParent(inputs: JobInputs, model: TrainedModel | undefined, { engine }: Context): void {
  const [wanted] = inputs.incrementalTrainingDataChannels ?? [];
  const version = versionOf(model?.incrementalTrainingDataChannels?.[0]?.versionIdentifier);
  if (wanted === undefined || version === undefined || version === versionOf(wanted.versionIdentifier)) return;
  engine.log(
    "warning",
    inputs.__context.urn,
    `is trained on ${idOf(refFrom(wanted.trainedModelArn, version))}, not on ${idOf(refFrom(wanted.trainedModelArn, wanted.versionIdentifier))}: the service takes the latest version where none is named`,
  );
}
