import type { Phase } from "../../core/job/phases";
import type { TrainedModelStatus } from "../../service/shapes";

const phases: Record<TrainedModelStatus, Phase> = {
  CREATE_PENDING: "running",
  CREATE_IN_PROGRESS: "running",
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

const phaseByStatus = new Map<string, Phase>(Object.entries(phases));

/** The phase of a status; one that AWS adds later is taken to be `running` until the wait's bound. */
export function phaseOf(status: string): Phase {
  return phaseByStatus.get(status) ?? "running";
}

/** Whether a model holds a place among the trainings that run: until it ended, or until its cancel has. A delete of output holds none. */
export function holdsPlace(status: string): boolean {
  return phaseOf(status) === "running" || status === "CANCEL_PENDING" || status === "CANCEL_IN_PROGRESS";
}
