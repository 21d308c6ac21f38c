import { idOf, type ModelRef } from "../../kinds/trained-model/identity";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { cancelCommand, type Flag, upCommand } from "../errors/commands";
import { AlreadyTrainedError, UnrecordedModelError } from "../errors/errors";

/** A version of a model, with what the service says of it. */
export interface Found {
  ref: ModelRef;
  model: TrainedModel;
}

/** For a training of an earlier run that was killed. */
export function otherTraining({ ref, model }: Found, flags: readonly Flag[]): UnrecordedModelError {
  return new UnrecordedModelError(
    `${model.name} (${model.status}) was started by an earlier, interrupted run of this resource with other inputs, and is in no state: ${idOf(ref)}`,
    [
      "Nothing was started beside it. Go back to the inputs it was started with to take it over; or cancel it, then run `pulumi up`:",
      cancelCommand(idOf(ref), flags),
    ],
  );
}

/** For the model that an earlier state of the program has trained. */
export function alreadyTrained({ ref, model }: Found): AlreadyTrainedError {
  return new AlreadyTrainedError(
    `${model.name} was trained from these inputs and is ACTIVE: ${idOf(ref)}; nothing new was started`,
    adoptAdvice(ref),
  );
}

/** For a model that may be this resource's own, of a run that was killed, or anybody's. */
export function ownerUnknown({ ref, model }: Found): AlreadyTrainedError {
  return new AlreadyTrainedError(
    `${model.name} (${model.status}) was started with these inputs, and has no tag that says whose it is: ${idOf(ref)}; nothing new was started`,
    ["If it is somebody else's, change `name` or leave it out.", ...adoptAdvice(ref)],
  );
}

function adoptAdvice({ trainedModelArn, versionIdentifier }: ModelRef): string[] {
  const version = versionIdentifier === undefined ? "" : `, versionIdentifier: "${versionIdentifier}"`;
  return [`To use it, add \`adopt: { trainedModelArn: "${trainedModelArn}"${version} }\` to this resource, then run:`, upCommand];
}
