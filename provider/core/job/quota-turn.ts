import { upCommand } from "../errors/commands";
import { RefusedError } from "../errors/errors";
import type { ServiceError } from "../errors/service-error";
import { findJob } from "../looks/find-job";
import { listingOf } from "../looks/listing";
import { LONGEST_RUN, textOfDuration } from "../values/duration";
import { partsOf } from "../values/ids";
import type { Job, JobContext, JobInputs } from "./kind";

/** A turn is asked for every 2 s at first, then more rarely, every minute in the end. */
const FIRST_DELAY = 2_000;
const LAST_DELAY = 60_000;

/** A job's turn: it may have to wait for others, all in all until the create's time-out; without one, for as long as one may run. */
export class QuotaTurn<I extends JobInputs, J extends Job> {
  readonly #until: number;
  #delay = FIRST_DELAY;

  constructor(
    readonly inputs: I,
    readonly context: JobContext<I, J>,
  ) {
    this.#until = context.clock.now() + (context.resource.timeouts.create ?? LONGEST_RUN);
  }

  /**
   * Sends a request when fewer than `cleanroomsml:maxConcurrentTrainings` jobs of the membership run. Count and
   * request are one step: the count would be stale as soon as two looked at it. Nobody waits for more than this step.
   */
  async take<T>(request: () => Promise<T>): Promise<T> {
    const { inputs, context } = this;
    const limit = context.maxConcurrentTrainings;
    if (limit === undefined) return request();
    const works = `${context.kind.words.work}s`;
    const key = `${works} of ${inputs.membershipIdentifier}`;
    for (;;) {
      const step = async () => ((await countRunning(inputs, context)) < limit ? { sent: await request() } : undefined);
      const taken = await context.engineRun.oneAtATime(key, step);
      if (taken !== undefined) return taken.sent;
      await this.wait(`${limit} ${works} run, as many as cleanroomsml:maxConcurrentTrainings allows`);
    }
  }

  /** Sleeps until the next try, with `why` on the row. */
  async wait(why: string): Promise<void> {
    const { clock, engine, kind, resource, signal } = this.context;
    const { verb } = kind.words;
    const left = this.#until - clock.now();
    if (left <= 0) throw noTurn(`no turn to ${verb} came within the create's time-out: ${why}`);
    engine.status(resource.urn, `${why}; waiting for a turn (at most ${textOfDuration(left)})`);
    await clock.sleep(Math.min(this.#delay * (0.8 + 0.4 * clock.random()), left), signal).catch(() => {
      throw noTurn(`interrupted while waiting for a turn to ${verb}: ${why}`);
    });
    this.#delay = Math.min(this.#delay * 1.5, LAST_DELAY);
  }
}

/** What a used-up quota says on the row. */
export function textOfQuota({ details: { quotaName, quotaValue } }: ServiceError): string {
  const limit = quotaValue === undefined ? "" : ` of ${quotaValue}`;
  return `the quota${limit}${quotaName === undefined ? "" : ` "${quotaName}"`} is used up`;
}

function noTurn(what: string): RefusedError {
  return new RefusedError(what, ["Nothing was started. To wait again:", upCommand]);
}

/** A count goes by a list of the last second, in ms; who waits for a turn shares it. */
const COUNTED_BY = 1_000;

/**
 * Jobs of the membership that hold a place. Those that this run has started since the list was begun do; lists may lag, so older
 * ones that none shows are looked up one by one.
 */
async function countRunning<I extends JobInputs, J extends Job>(
  { membershipIdentifier, region }: I,
  context: JobContext<I, J>,
): Promise<number> {
  const { engineRun, kind, resource } = context;
  const listing = await listingOf(kind.calls.list(membershipIdentifier, region), context, COUNTED_BY);
  const isElsewhere = (id: string) => partsOf(id).membershipIdentifier !== membershipIdentifier;
  let unlisted = 0;
  for (const id of engineRun.currentIds(resource.urn)) {
    if (listing.row(id) !== undefined || isElsewhere(id)) continue;
    const isNew = engineRun.isAcceptedSince(id, listing.acceptedBefore);
    const job = isNew ? undefined : await findJob(id, context);
    if (isNew || (job !== undefined && kind.holdsPlace(job.status))) unlisted++;
  }
  return listing.holding.length + unlisted;
}
