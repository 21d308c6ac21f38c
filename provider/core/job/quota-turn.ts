import { findTrainedModel, refOfRow } from "../../kinds/trained-model/calls";
import { idOf, partsOf, refOf } from "../../kinds/trained-model/identity";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import { holdsPlace } from "../../kinds/trained-model/statuses";
import { upCommand } from "../errors/commands";
import { RefusedError } from "../errors/errors";
import type { Context } from "../run/context";
import { millisecondsOf, textOfDuration } from "../values/duration";

/** A training may have to wait for others for as long as they may run; customTimeouts.create overrides. */
const LONGEST_RUN = 28 * 24 * 3_600_000;

/** A turn is asked for every 2 s at first, then more rarely, every minute in the end. */
const FIRST_DELAY = 2_000;
const LAST_DELAY = 60_000;

/** A training's turn: it may have to wait for others, all in all until the create's time-out. */
export class Turn {
  readonly #until: number;
  #delay = FIRST_DELAY;

  constructor(
    readonly inputs: JobInputs,
    readonly context: Context,
  ) {
    this.#until = context.clock.now() + (millisecondsOf(inputs.__context.timeouts.create) ?? LONGEST_RUN);
  }

  /**
   * Sends a request when fewer than `cleanroomsml:maxConcurrentTrainings` models of the membership train. Count and
   * request are one step: the count would be stale as soon as two looked at it. Nobody waits for more than this step.
   */
  async take<T>(request: () => Promise<T>): Promise<T> {
    const { inputs, context } = this;
    const limit = context.maxConcurrentTrainings;
    if (limit === undefined) return request();
    for (;;) {
      const step = async () => ((await countTrainings(inputs, context)) < limit ? { sent: await request() } : undefined);
      const taken = await context.session.oneAtATime(inputs.membershipIdentifier, step);
      if (taken !== undefined) return taken.sent;
      await this.wait(`${limit} trainings run, as many as cleanroomsml:maxConcurrentTrainings allows`);
    }
  }

  /** Sleeps until the next try, with `why` on the row. */
  async wait(why: string): Promise<void> {
    const { clock, engine, signal } = this.context;
    const left = this.#until - clock.now();
    if (left <= 0) throw noTurn(`no turn to train came within the create's time-out: ${why}`);
    engine.status(this.inputs.__context.urn, `${why}; waiting for a turn (at most ${textOfDuration(left)})`);
    await clock.sleep(Math.min(this.#delay * (0.8 + 0.4 * clock.random()), left), signal).catch(() => {
      throw noTurn(`interrupted while waiting for a turn to train: ${why}`);
    });
    this.#delay = Math.min(this.#delay * 1.5, LAST_DELAY);
  }
}

function noTurn(what: string): RefusedError {
  return new RefusedError(what, ["Nothing was started. To wait again:", upCommand]);
}

/** Models of the membership that hold a place. Lists may lag, so models of this run that no list shows are looked up one by one. */
async function countTrainings({ membershipIdentifier, region }: JobInputs, context: Context): Promise<number> {
  const rows = await context.serviceIn(region).listTrainedModels(membershipIdentifier, context.signal);
  const running = new Set(rows.filter(({ status }) => holdsPlace(status)).map((row) => idOf(refOfRow(row))));
  const listed = new Set(rows.map((row) => idOf(refOfRow(row))));
  for (const id of context.session.currentIds()) {
    if (listed.has(id) || partsOf(refOf(id)).membershipIdentifier !== membershipIdentifier) continue;
    const model = await findTrainedModel(refOf(id), context);
    if (model !== undefined && holdsPlace(model.status)) running.add(id);
  }
  return running.size;
}
