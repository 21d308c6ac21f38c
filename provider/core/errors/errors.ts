/**
 * Base of what the rules throw: `message` says what happened, `advice` what to do; its last line is the command, where
 * one mends it. Recognised by `advice`, never by `instanceof`: the host may hold two copies of this module.
 */
export abstract class TrainedModelError extends Error {
  abstract override readonly name: string;
  constructor(
    message: string,
    readonly advice: readonly string[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function isTrainedModelError(error: unknown): error is TrainedModelError {
  return error instanceof Error && "advice" in error && Array.isArray(error.advice);
}

/** What something thrown says, whatever it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a person reads: what happened, then what to do. */
export function fullText(error: unknown): string {
  if (isTrainedModelError(error)) return [error.message, ...error.advice].join("\n");
  return messageOf(error);
}

/** The training ended without a model, or its model is no longer there. Carries the card. */
export class TrainingFailedError extends TrainedModelError {
  override readonly name = "TrainingFailedError" as const;
}

/** A wait ended before the training did; the training goes on and the next `pulumi up` waits on. */
export class WaitEndedError extends TrainedModelError {
  override readonly name = "WaitEndedError" as const;
  constructor(
    readonly reason: "interrupted" | "time-out" | "credentials" | "outage" | "engine-gone",
    message: string,
    advice: readonly string[],
  ) {
    super(message, advice);
  }
}

/** The service refused, and repeating the call as it is would not help. */
export class RefusedError extends TrainedModelError {
  override readonly name = "RefusedError" as const;
}

/** The model to train on is not ACTIVE. */
export class ParentNotActiveError extends TrainedModelError {
  override readonly name = "ParentNotActiveError" as const;
}

/** Other resources have the name that the program gives. */
export class NameTakenError extends TrainedModelError {
  override readonly name = "NameTakenError" as const;
}

/** The answer to a create was lost, and no such model showed up. Nothing more was sent. */
export class LostAnswerError extends TrainedModelError {
  override readonly name = "LostAnswerError" as const;
}

/** A model of this resource exists that no state records, and its inputs are not these. */
export class UnrecordedModelError extends TrainedModelError {
  override readonly name = "UnrecordedModelError" as const;
}

/** A model that was trained from the very inputs is there already. */
export class AlreadyTrainedError extends TrainedModelError {
  override readonly name = "AlreadyTrainedError" as const;
}

/** `adopt` names a model that cannot stand for these inputs. */
export class AdoptError extends TrainedModelError {
  override readonly name = "AdoptError" as const;
}

/** The engine that asked for the work is gone; an orphan spends nothing. */
export class EngineGoneError extends TrainedModelError {
  override readonly name = "EngineGoneError" as const;
}

/** The old model is kept since the new one is not active. */
export class SuccessorNotActiveError extends TrainedModelError {
  override readonly name = "SuccessorNotActiveError" as const;
}

/** A delete did not come to its end. */
export class DeleteFailedError extends TrainedModelError {
  override readonly name = "DeleteFailedError" as const;
}
