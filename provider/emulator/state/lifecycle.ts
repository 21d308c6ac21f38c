import type { StatusDetails } from "../../service/shapes";

/** A status and the instant it begins; instants to come are the plan. `GONE` is no status of AWS's: the record answers 404. */
export interface PlannedStep {
  at: number;
  status: string;
  details?: StatusDetails | undefined;
  /** The container has run: there is an image digest, and logs were published. */
  trained?: boolean;
}

/** What has a life: a plan, and a name for messages. */
export interface Planned {
  arn: string;
  /** Rising in time; never empty. */
  steps: PlannedStep[];
}

/** How long each part of a life takes, in seconds. */
export interface Durations {
  pendingSeconds: number;
  cancelSeconds: number;
  deleteSeconds: number;
  retentionSeconds: number;
}

/** How a phase ends other than well. */
export interface PhaseFailure {
  statusCode: string;
  message: string;
}

/** The characters of a failure's message that AWS hands on. */
const messageLimit = 1024;

/** Where a record stands at an instant; nothing needs a timer, because the plan is part of the record. */
export function stepAt(record: Planned, now: number): PlannedStep {
  const step = record.steps.findLast(({ at }) => at <= now) ?? record.steps[0];
  if (!step) throw new Error(`the record of ${record.arn} has no step`);
  return step;
}

/** Whether the record still answers at all. */
export const exists = (record: Planned, now: number): boolean => stepAt(record, now).status !== "GONE";

/** The details of a failure, cut as AWS cuts them. */
export const detailsOf = ({ statusCode, message }: PhaseFailure): StatusDetails => ({
  statusCode,
  message: message.slice(0, messageLimit),
});

/** The plan of a training. */
export function creation(now: number, durations: Durations, trainingSeconds: number, failure?: PhaseFailure): PlannedStep[] {
  const started = now + durations.pendingSeconds * 1000;
  const end = started + trainingSeconds * 1000;
  return [
    { at: now, status: "CREATE_PENDING" },
    { at: started, status: "CREATE_IN_PROGRESS" },
    failure
      ? { at: end, status: "CREATE_FAILED", details: detailsOf(failure), trained: true }
      : { at: end, status: "ACTIVE", trained: true },
  ];
}

/** The plan of a create that never trains, e.g. for want of quota. */
export function stillborn(now: number, durations: Durations, failure: PhaseFailure): PlannedStep[] {
  return [
    { at: now, status: "CREATE_PENDING" },
    { at: now + durations.pendingSeconds * 1000, status: "CREATE_FAILED", details: detailsOf(failure) },
  ];
}

/** The plan of a cancel. */
export function cancellation(now: number, durations: Durations, end: string, failure?: PhaseFailure): PlannedStep[] {
  return phase("CANCEL", now, durations.cancelSeconds, end, failure);
}

/** The plan of a delete. */
export function deletion(
  now: number,
  durations: Durations,
  end: "inactive" | "inactive-then-gone" | "gone",
  failure?: PhaseFailure,
): PlannedStep[] {
  const steps = phase("DELETE", now, durations.deleteSeconds, end === "gone" ? "GONE" : "INACTIVE", failure);
  const last = steps.at(-1);
  if (failure || end !== "inactive-then-gone" || !last) return steps;
  return [...steps, { at: last.at + durations.retentionSeconds * 1000, status: "GONE" }];
}

/** Replaces what a record would have become from `now` on. */
export function replan(record: Planned, now: number, steps: PlannedStep[]): void {
  record.steps = [...record.steps.filter(({ at }) => at <= now), ...steps];
}

function phase(
  name: "CANCEL" | "DELETE",
  now: number,
  seconds: number,
  end: string,
  failure: PhaseFailure | undefined,
): PlannedStep[] {
  return [
    { at: now, status: `${name}_PENDING` },
    { at: now + seconds * 500, status: `${name}_IN_PROGRESS` },
    {
      at: now + seconds * 1000,
      status: failure ? `${name}_FAILED` : end,
      ...(failure ? { details: detailsOf(failure) } : {}),
    },
  ];
}
