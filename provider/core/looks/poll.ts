import { isServiceError } from "../errors/service-error";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { partsOf } from "../values/ids";
import { findJob, findNewJob } from "./find-job";
import { delayBeforePoll, longestDelay } from "./intervals";
import { type Listing, listingOf } from "./listing";

/** What one page of a list holds at most. */
const PAGE = 100;
/** Before a list was seen, it is taken for so many pages. */
const UNSEEN = 10;
/** A list is believed for so long, in ms, that a job still runs; then the job itself is asked for. */
const BELIEVED = 3_600_000;

/**
 * The polls of one wait. Where more jobs of a membership are waited for than its list has pages, one list answers for all of them.
 * Only a request for the job itself says that it does not run any more.
 */
export class Poll<I extends JobInputs, J extends Job> {
  /** The last answer about the job itself, and when it was. */
  #known: { job: J; at: number } | undefined;
  #pages = UNSEEN;
  readonly #group: string;
  readonly #end: () => void;

  constructor(
    readonly id: string,
    /** Whether the create of the job has just asked. */
    readonly isNew: boolean,
    readonly context: JobContext<I, J>,
  ) {
    const { membershipIdentifier, region } = partsOf(id);
    this.#group = context.kind.calls.list(membershipIdentifier, region).of;
    this.#end = context.engineRun.noteWait(this.#group);
  }

  /** To be called when nobody waits any more. */
  end(): void {
    this.#end();
  }

  /** The job as it is `elapsed` ms into the wait; undefined when the service has none. `isLast` is for certain. */
  async look(elapsed: number, isLast: boolean): Promise<J | undefined> {
    const { context, id } = this;
    const { clock, kind } = context;
    const row = isLast ? undefined : await this.#row(elapsed);
    if (this.#known !== undefined && row !== undefined && kind.phaseOf(row.status) === "running") {
      return { ...this.#known.job, status: row.status };
    }
    const at = clock.now();
    const job = await (elapsed === 0 && this.isNew ? findNewJob(id, context) : findJob(id, context));
    this.#known = job && { job, at };
    return job;
  }

  /** Milliseconds until the next look. Half of what it may be, where the other half is the age of a list. */
  delay(elapsed: number): number {
    return delayBeforePoll(elapsed, this.context.clock.random()) / (this.#isShared() ? 2 : 1);
  }

  async #row(elapsed: number): Promise<{ status: string } | undefined> {
    const { clock } = this.context;
    if (this.#known === undefined || clock.now() - this.#known.at >= BELIEVED || !this.#isShared()) return undefined;
    try {
      return (await this.#listing(longestDelay(elapsed) / 2)).row(this.id);
    } catch (error) {
      if (!isServiceError(error, "denied", "validation", "not-found")) throw error;
      this.#pages = Number.POSITIVE_INFINITY;
      return undefined;
    }
  }

  async #listing(maxAge: number): Promise<Listing> {
    const { membershipIdentifier, region } = partsOf(this.id);
    const listing = await listingOf(this.context.kind.calls.list(membershipIdentifier, region), this.context, maxAge);
    this.#pages = Math.ceil(listing.rows.length / PAGE);
    return listing;
  }

  #isShared(): boolean {
    return this.context.engineRun.waitsFor(this.#group) > this.#pages;
  }
}
