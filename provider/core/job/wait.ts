import { upCommand } from "../errors/commands";
import { WaitEndedError } from "../errors/errors";
import { goneError, refusal } from "../errors/refusal";
import { isServiceError, type ServiceError } from "../errors/service-error";
import { Poll } from "../looks/poll";
import { Progress } from "../looks/progress";
import { LONGEST_RUN, textOfDuration } from "../values/duration";
import { failureCard } from "./failure-card";
import type { Job, JobContext, JobInputs, JobKind } from "./kind";

/** What one wait needs to know. */
export interface WaitOptions<J extends Job> {
  id: string;
  /** Whose URN the card's command names. */
  jobUrn: string;
  /** Milliseconds to wait at most; default: the longest run time and two hours. */
  bound?: number | undefined;
  /** Whether the create of the job has just asked about it: its answer serves too. */
  isNew?: boolean;
  /** Sees each answer, so that whoever waits can record the last one. */
  onJob(job: J): void;
}

const GRACE = 2 * 3_600_000;
/** The service may be out of reach for so long in a wait before the wait ends. */
const OUTAGE = 15 * 60_000;
/** … and so long when it never answered in this wait. */
const FIRST_ANSWER = 60_000;
/** The waits of a run look for the engine together, this often. */
const ENGINE_SEEN = 1_000;
/** A job may take so long to be found after its create. */
const NOT_YET_FOUND = 30_000;

/** Waits until a job is ACTIVE. Throws the failure card, or a WaitEndedError while the work goes on. */
export async function waitUntilActive<I extends JobInputs, J extends Job>(
  options: WaitOptions<J>,
  context: JobContext<I, J>,
): Promise<J> {
  const poll = new Poll(options.id, options.isNew ?? false, context);
  try {
    return await pollUntilActive(poll, options, context);
  } finally {
    poll.end();
  }
}

async function pollUntilActive<I extends JobInputs, J extends Job>(
  poll: Poll<I, J>,
  options: WaitOptions<J>,
  context: JobContext<I, J>,
): Promise<J> {
  const { id } = options;
  const { clock, engine, engineRun, kind, signal } = context;
  const isEngineThere = () => engineRun.look("engine", ENGINE_SEEN, context, () => engine.isAlive());
  const progress = new Progress(context);
  const started = clock.now();
  let deadline = started + (options.bound ?? LONGEST_RUN + GRACE);
  let answered: number | undefined;
  let last: J | undefined;
  const ended = (cause: WaitEndedError["reason"], why: string) => endOf(cause, why, id, kind, last);
  for (;;) {
    if (!(await isEngineThere())) throw ended("engine-gone", "the Pulumi engine is gone");
    try {
      const job = await poll.look(clock.now() - started, clock.now() >= deadline);
      if (job === undefined && clock.now() - started > NOT_YET_FOUND) throw goneError(kind.words, id);
      if (job !== undefined) {
        answered = clock.now();
        last = job;
        options.onJob(job);
        progress.show(job.status, statusText(job, clock.now(), kind));
        const phase = kind.phaseOf(job.status);
        if (phase === "active") return job;
        if (phase !== "running") throw failureCard(id, job, options.jobUrn, kind);
        deadline = started + (options.bound ?? (kind.longestRun(job) ?? LONGEST_RUN) + GRACE);
      }
    } catch (error) {
      if (signal.aborted) throw ended("interrupted", "the wait was interrupted");
      if (!isServiceError(error)) throw error;
      if (error.kind === "credentials") throw ended("credentials", `the credentials are refused (${error.message})`);
      if (!isPassing(error)) throw refusal(error);
      const silence = clock.now() - (answered ?? started);
      if (silence > (answered === undefined ? FIRST_ANSWER : OUTAGE)) {
        throw ended("outage", `the service did not answer for ${textOfDuration(silence)} (${error.message})`);
      }
      progress.show(error.kind, `${last?.status ?? "waiting"}; the service does not answer (${error.kind}), asking again`);
    }
    const now = clock.now();
    if (now >= deadline) throw ended("time-out", `the wait reached its bound of ${textOfDuration(deadline - started)}`);
    const delay = Math.min(poll.delay(now - started), deadline - now);
    await clock.sleep(delay, signal).catch(() => {
      throw ended("interrupted", "the wait was interrupted");
    });
  }
}

/** What the row shows: the service's word, for how long, and how much of the allowed time that is. */
function statusText<I extends JobInputs, J extends Job>(job: J, now: number, kind: JobKind<I, J>): string {
  if (job.createTime === undefined || kind.phaseOf(job.status) !== "running") return job.status;
  const limit = kind.longestRun(job);
  const ofLimit = limit === undefined ? "" : ` of at most ${textOfDuration(limit)}`;
  return `${job.status} for ${textOfDuration(now - job.createTime.getTime())}${ofLimit}`;
}

function isPassing({ kind }: ServiceError): boolean {
  return kind === "throttled" || kind === "ambiguous" || kind === "unreachable";
}

const advice: Record<WaitEndedError["reason"], string> = {
  interrupted: "To wait on:",
  "time-out": "To wait on (customTimeouts.create sets the bound):",
  credentials: "With fresh credentials, run:",
  outage: "To wait on:",
  "engine-gone": "To wait on:",
};

function endOf<I extends JobInputs, J extends Job>(
  cause: WaitEndedError["reason"],
  why: string,
  id: string,
  { words }: JobKind<I, J>,
  last: J | undefined,
): WaitEndedError {
  const status = last === undefined ? "" : `, last seen ${last.status}`;
  return new WaitEndedError(cause, `${why}; the ${words.work} goes on: ${id}${status}`, [advice[cause], upCommand]);
}
