/**
 * Base of what the rules throw: `message` says what happened, `advice` what to do; its last line is the command, where
 * one mends it. Recognised by `advice`, never by `instanceof`: the host may hold two copies of this module.
 */
export abstract class AdvisedError extends Error {
  abstract override readonly name: string;
  constructor(
    message: string,
    readonly advice: readonly string[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether something thrown says what to do. */
export function isAdvised(error: unknown): error is AdvisedError {
  return error instanceof Error && "advice" in error && Array.isArray(error.advice);
}

/** The work ended without a result, or its result is no longer there. Carries the card. */
export class WorkFailedError extends AdvisedError {
  override readonly name = "WorkFailedError" as const;
}

/** A wait ended before the work did; the work goes on and the next `pulumi up` waits on. */
export class WaitEndedError extends AdvisedError {
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
export class RefusedError extends AdvisedError {
  override readonly name = "RefusedError" as const;
}

/** Other resources have the name that the program gives. */
export class NameTakenError extends AdvisedError {
  override readonly name = "NameTakenError" as const;
}

/** The answer to a create was lost, and no such job showed up. Nothing more was sent. */
export class LostAnswerError extends AdvisedError {
  override readonly name = "LostAnswerError" as const;
}

/** A job of this resource exists that no state records, and its inputs are not these. */
export class UnrecordedJobError extends AdvisedError {
  override readonly name = "UnrecordedJobError" as const;
}

/** What these very inputs ask for is there already. */
export class AlreadyThereError extends AdvisedError {
  override readonly name = "AlreadyThereError" as const;
}

/** `adopt` names what cannot stand for these inputs. */
export class AdoptError extends AdvisedError {
  override readonly name = "AdoptError" as const;
}

/** The engine that asked for the work is gone; an orphan spends nothing. */
export class EngineGoneError extends AdvisedError {
  override readonly name = "EngineGoneError" as const;
}

/** The old one is kept since its successor is not active. */
export class SuccessorNotActiveError extends AdvisedError {
  override readonly name = "SuccessorNotActiveError" as const;
}

/** A delete did not come to its end. */
export class DeleteFailedError extends AdvisedError {
  override readonly name = "DeleteFailedError" as const;
}
