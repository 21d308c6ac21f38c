import { upCommand } from "../errors/commands";
import { DeleteFailedError, SuccessorNotActiveError } from "../errors/errors";
import { ofPulumi } from "../errors/reader";
import { isServiceError } from "../errors/service-error";
import { findJob } from "../looks/find-job";
import { delayBeforeLook } from "../looks/intervals";
import { Progress } from "../looks/progress";
import type { Context } from "../run/context";
import { textOfDuration } from "../values/duration";
import type { Job, JobContext, JobInputs } from "./kind";

/** A cancel and a delete of output take minutes; customTimeouts.delete overrides. */
const DEFAULT_BOUND = 60 * 60_000;

/**
 * Cancels a job that still runs, deletes its output and waits until it is gone. Keeps one that a resource of this run has
 * as its own, one whose successor has not proved itself, and one that is only adopted.
 */
export async function deleteJob<I extends JobInputs, J extends Job>(
  id: string,
  isAdopted: boolean,
  context: JobContext<I, J>,
): Promise<void> {
  const { engine, engineRun, resource } = context;
  if (isAdopted) return engine.log("info", resource.urn, `forgot ${id}: it is adopted, so it is left as it is`);
  if (engineRun.isCurrent(id)) return engine.log("info", resource.urn, `kept ${id}: a resource of this run has it`);
  await requireSettledSuccessor(id, context);
  await endJob(id, context);
}

async function requireSettledSuccessor<I extends JobInputs, J extends Job>(id: string, context: JobContext<I, J>): Promise<void> {
  const { engineRun, kind, resource } = context;
  const { short } = kind.words;
  if (engineRun.lacksSuccessor(resource.urn)) {
    throw new SuccessorNotActiveError(`kept the old ${short} ${id}: the one that takes its place was not created`, [
      "It is deleted by the first run that finds its successor ACTIVE:",
      upCommand,
    ]);
  }
  const successor = engineRun.successorOf(id, resource.urn);
  if (successor === undefined || engineRun.isSettled(successor)) return;
  const job = await findJob(successor, context);
  if (job !== undefined && kind.phaseOf(job.status) === "active") return;
  const status = job === undefined ? "gone" : job.status;
  throw new SuccessorNotActiveError(`kept the old ${short} ${id}: its successor ${successor} is ${status}, not ACTIVE`, [
    "It is deleted by the first run that finds the successor ACTIVE:",
    upCommand,
  ]);
}

async function endJob<I extends JobInputs, J extends Job>(id: string, context: JobContext<I, J>): Promise<void> {
  const { clock, resource, signal } = context;
  const progress = new Progress(context);
  const started = clock.now();
  const limit = resource.timeouts.delete ?? DEFAULT_BOUND;
  const asked = { cancel: false, delete: 0 };
  for (let looks = 1; ; looks++) {
    const job = await findJob(id, context);
    if (job === undefined || job.status === "INACTIVE") return;
    progress.show(job.status, `${job.status}, until its output is gone`);
    if (await takeStep(id, job, asked, context)) return;
    const elapsed = clock.now() - started;
    if (elapsed >= limit) throw notGone(id, job, `after ${textOfDuration(elapsed)}`, context);
    await clock.sleep(Math.min(delayBeforeLook(looks, clock.random()), limit - elapsed), signal).catch(() => {
      throw notGone(id, job, "when the run was interrupted", context);
    });
  }
}

/** Asks for what comes next; true when nothing is left to end. */
async function takeStep<I extends JobInputs, J extends Job>(
  id: string,
  job: J,
  asked: { cancel: boolean; delete: number },
  context: JobContext<I, J>,
): Promise<boolean> {
  const { calls, phaseOf } = context.kind;
  if (phaseOf(job.status) === "ending") return false;
  if (phaseOf(job.status) === "running") {
    if (asked.cancel) return false;
    asked.cancel = true;
    // A conflict says that it ended in the meantime: the next look tells how.
    await unlessConflict(calls.cancel(id, context));
    return false;
  }
  if (asked.delete >= 2 && job.status === "DELETE_FAILED") throw notGone(id, job, "twice", context);
  asked.delete++;
  const isRefused = !(await unlessConflict(calls.deleteOutput(id, context)));
  // What failed or was cancelled may have no output to delete.
  return isRefused && (job.status === "CREATE_FAILED" || job.status === "CANCEL_FAILED") && asked.delete >= 2;
}

/** False where the service said that the job's state does not allow it, or that it is gone already. */
async function unlessConflict(call: Promise<void>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isServiceError(error, "conflict", "not-found")) return false;
    throw error;
  }
}

function notGone(id: string, job: Job, when: string, { reader = ofPulumi }: Context): DeleteFailedError {
  const details = job.statusDetails?.message === undefined ? "" : `: ${job.statusDetails.message}`;
  return new DeleteFailedError(`${id} was ${job.status} ${when}${details}`, [
    `${reader.kept} To go on deleting it, run the same command again.`,
  ]);
}
