import { findTrainedModel } from "../../kinds/trained-model/calls";
import { idOf, type ModelRef } from "../../kinds/trained-model/identity";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { upCommand } from "../errors/commands";
import { WaitEndedError } from "../errors/errors";
import { goneError, refusal } from "../errors/refusal";
import { isServiceError, type ServiceError } from "../errors/service-error";
import type { Context } from "../run/context";
import { textOfDuration } from "../values/duration";
import { failureCard } from "./failure-card";
import { delayBeforePoll } from "./poll-interval";

/** What one wait needs to know. */
export interface WaitOptions {
  ref: ModelRef;
  /** Whose row shows the status. */
  urn: string;
  /** Whose URN the card's command names. */
  jobUrn: string;
  /** Milliseconds to wait at most; default: the longest run time of the training and two hours. */
  bound?: number | undefined;
  /** Sees each answer, so that whoever waits can record the last one. */
  onModel(model: TrainedModel): void;
}

/** AWS's own limit of a training, for one without a stopping condition. */
const LONGEST_RUN = 28 * 24 * 3_600_000;
const GRACE = 2 * 3_600_000;
/** The service may be out of reach for so long in a wait before the wait ends. */
const OUTAGE = 15 * 60_000;
/** … and so long when it never answered in this wait. */
const FIRST_ANSWER = 60_000;
/** A model may take so long to be found after its create. */
const NOT_YET_FOUND = 30_000;

/** Waits until a model is ACTIVE. Throws the failure card, or a WaitEndedError while the training goes on. */
export async function waitUntilActive(options: WaitOptions, context: Context): Promise<TrainedModel> {
  const { ref, urn } = options;
  const { clock, engine, signal } = context;
  const started = clock.now();
  let deadline = started + (options.bound ?? LONGEST_RUN + GRACE);
  let answered: number | undefined;
  let last: TrainedModel | undefined;
  const ended = (cause: WaitEndedError["reason"], why: string) => endOf(cause, why, ref, last);
  for (let polls = 1; ; polls++) {
    if (!(await engine.isAlive())) throw ended("engine-gone", "the Pulumi engine is gone");
    try {
      const model = await findTrainedModel(ref, context);
      if (model === undefined && clock.now() - started > NOT_YET_FOUND) throw goneError(ref);
      if (model !== undefined) {
        answered = clock.now();
        last = model;
        options.onModel(model);
        engine.status(urn, rowOf(model, clock.now()));
        const phase = phaseOf(model.status);
        if (phase === "active") return model;
        if (phase !== "training") throw failureCard(ref, model, options.jobUrn);
        deadline = started + (options.bound ?? longestRun(model) + GRACE);
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
      engine.status(urn, `${last?.status ?? "waiting"}; the service does not answer (${error.kind}), asking again`);
    }
    const now = clock.now();
    if (now >= deadline) throw ended("time-out", `the wait reached its bound of ${textOfDuration(deadline - started)}`);
    const delay = Math.min(delayBeforePoll(polls, now - started, clock.random()), deadline - now);
    await clock.sleep(delay, signal).catch(() => {
      throw ended("interrupted", "the wait was interrupted");
    });
  }
}

/** What the row shows: the service's word, for how long, and how much of the allowed time that is. */
export function rowOf(model: TrainedModel, now: number): string {
  if (model.createTime === undefined || phaseOf(model.status) !== "training") return model.status;
  const elapsed = now - model.createTime.getTime();
  const limit = model.stoppingCondition?.maxRuntimeInSeconds;
  return `${model.status} for ${textOfDuration(elapsed)}${limit === undefined ? "" : ` of at most ${textOfDuration(limit * 1_000)}`}`;
}

function longestRun(model: TrainedModel): number {
  const seconds = model.stoppingCondition?.maxRuntimeInSeconds;
  return seconds === undefined ? LONGEST_RUN : seconds * 1_000;
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

function endOf(cause: WaitEndedError["reason"], why: string, ref: ModelRef, last: TrainedModel | undefined): WaitEndedError {
  const status = last === undefined ? "" : `, last seen ${last.status}`;
  return new WaitEndedError(cause, `${why}; the training goes on: ${idOf(ref)}${status}`, [advice[cause], upCommand]);
}
