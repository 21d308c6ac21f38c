import type { TrainedModelStatus } from "../../service/shapes";

/**
 * What a status means to the rules.
 *
 * - `training`: paid for, and on its way to `active` or `failed`.
 * - `active`: trained, the output is there.
 * - `failed`: the training ended without a model.
 * - `ending`: somebody cancelled it or deletes its output; it will not become active.
 * - `gone`: cancelled, or its output was deleted; the record remains.
 */
export type Phase = "training" | "active" | "failed" | "ending" | "gone";

const phases: Record<TrainedModelStatus, Phase> = {
  CREATE_PENDING: "training",
  CREATE_IN_PROGRESS: "training",
  CREATE_FAILED: "failed",
  ACTIVE: "active",
  DELETE_PENDING: "ending",
  DELETE_IN_PROGRESS: "ending",
  DELETE_FAILED: "gone",
  INACTIVE: "gone",
  CANCEL_PENDING: "ending",
  CANCEL_IN_PROGRESS: "ending",
  CANCEL_FAILED: "gone",
};

/** The phase of a status; one that AWS adds later is taken to be `training` until the wait's bound. */
export function phaseOf(status: string): Phase {
  return (phases as Record<string, Phase>)[status] ?? "training";
}

/** Whether a model holds a place among the trainings that run: until it ended, or until its cancel has. A delete of output holds none. */
export function holdsPlace(status: string): boolean {
  return phaseOf(status) === "training" || status === "CANCEL_PENDING" || status === "CANCEL_IN_PROGRESS";
}
