import type { Context } from "./context";
import { findTrainedModel, refOfRow } from "./describe";
import { millisecondsOf, textOfDuration } from "./duration";
import { RefusedError } from "./errors";
import { idOf, refOf } from "./identity";
import type { JobInputs } from "./inputs";
import { refusal } from "./refusal";
import type { ServiceError } from "./service-error";
import { isMoving } from "./statuses";

/** A training may have to wait for others for as long as they may run; customTimeouts.create overrides. */
const LONGEST_RUN = 28 * 24 * 3_600_000;

/** A turn is asked for every 2 s at first, then more rarely, every minute in the end. */
const FIRST_DELAY = 2_000;
const LAST_DELAY = 60_000;

/** Waits for a turn, as often as it is asked to and until the create's time-out. */
export class Turn {
  readonly #until: number;
  #delay = FIRST_DELAY;

  constructor(
    readonly inputs: JobInputs,
    readonly context: Context,
  ) {
    this.#until = context.clock.now() + (millisecondsOf(inputs.__context.timeouts.create) ?? LONGEST_RUN);
  }

  /** Sleeps until the next try, with `why` on the row. */
  async wait(why: string): Promise<void> {
    const { clock, engine, signal } = this.context;
    const { urn } = this.inputs.__context;
    const left = this.#until - clock.now();
    if (left <= 0)
      throw new RefusedError(`no turn to train came within the create's time-out: ${why}`, [
        "Nothing was started. To wait again:",
        "pulumi up",
      ]);
    engine.status(urn, `${why}; waiting for a turn (at most ${textOfDuration(left)})`);
    await clock.sleep(Math.min(this.#delay * (0.8 + 0.4 * clock.random()), left), signal).catch(() => {
      throw new RefusedError(`interrupted while waiting for a turn to train: ${why}`, [
        "Nothing was started. To wait again:",
        "pulumi up",
      ]);
    });
    this.#delay = Math.min(this.#delay * 1.5, LAST_DELAY);
  }
}

/** What a refused quota means: waiting helps where other trainings hold it, never where it is 0 or counts versions. */
export function quotaText(error: ServiceError): string {
  const { quotaName, quotaValue } = error.details;
  if (quotaValue === 0 || /version/i.test(quotaName ?? "")) throw refusal(error);
  const limit = quotaValue === undefined ? "" : ` of ${quotaValue}`;
  return `the quota${limit}${quotaName === undefined ? "" : ` "${quotaName}"`} is used up`;
}

/**
 * Runs `submit` when fewer than `cleanroomsml:maxConcurrentTrainings` models of the membership train. One at a time:
 * the count would be stale as soon as two looked at it.
 */
export async function inTurn<T>(inputs: JobInputs, context: Context, submit: () => Promise<T>): Promise<T> {
  const limit = context.maxConcurrentTrainings;
  if (limit === undefined) return submit();
  const turn = new Turn(inputs, context);
  for (;;) {
    const release = await context.session.gate();
    try {
      if ((await countTrainings(inputs.membershipIdentifier, context)) < limit) return await submit();
    } finally {
      release();
    }
    await turn.wait(`${limit} trainings run, as many as cleanroomsml:maxConcurrentTrainings allows`);
  }
}

/** Models of the membership that train or are being ended: both hold the service's quota. Lists may lag, so this run's own count by themselves. */
async function countTrainings(membershipIdentifier: string, context: Context): Promise<number> {
  const rows = await context.service.listTrainedModels(membershipIdentifier, context.signal);
  const moving = new Set(rows.filter(({ status }) => isMoving(status)).map((row) => idOf(refOfRow(row))));
  const listed = new Set(rows.map((row) => idOf(refOfRow(row))));
  for (const id of context.session.currentIds()) {
    if (listed.has(id)) continue;
    const model = await findTrainedModel(refOf(id), context);
    if (model !== undefined && isMoving(model.status)) moving.add(id);
  }
  return moving.size;
}
