import { findTrainedModel, refOfRow } from "../../kinds/trained-model/calls";
import { isSameTraining } from "../../kinds/trained-model/diff";
import { idOf, type ModelRef } from "../../kinds/trained-model/identity";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import { inputsOf } from "../../kinds/trained-model/service-inputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { upCommand } from "../errors/commands";
import { LostAnswerError } from "../errors/errors";
import { isServiceError } from "../errors/service-error";
import { findOwn, type Look } from "../ownership/find-own";
import type { Context } from "../run/context";

/** The service's lists may lag behind a create; a lost model is looked for this long. */
const LOOK_FOR = 60_000;

/** The model of a create whose answer was lost; throws where none shows up. Sends nothing but reads. */
export async function findLost(inputs: JobInputs, name: string, before: Look, context: Context): Promise<ModelRef> {
  const found = await lookFor(inputs, name, before, context);
  if (found !== undefined) return found;
  throw new LostAnswerError(
    `the answer to CreateTrainedModel was lost, and no model ${name} showed up within ${LOOK_FOR / 1_000} s`,
    ["Nothing more was sent. The next run looks again before it asks for anything:", upCommand],
  );
}

/** Looks for a model of these inputs that no list shows yet, for as long as lists may lag. */
export async function lookFor(inputs: JobInputs, name: string, before: Look, context: Context): Promise<ModelRef | undefined> {
  const { clock, engine, signal } = context;
  // An interrupt ends the looking, not a look: what is found now need not be looked for by the next run.
  const steady = { ...context, signal: new AbortController().signal };
  const known = new Set(before.rows.map((row) => idOf(refOfRow(row))));
  const until = clock.now() + LOOK_FOR;
  for (let delay = 1_000; ; delay = Math.min(delay * 1.5, 10_000)) {
    const found = await findNew(inputs, name, known, steady).catch((error: unknown) => {
      if (isServiceError(error, "throttled", "ambiguous", "unreachable")) return undefined;
      throw error;
    });
    if (found !== undefined) return found;
    if (clock.now() >= until || signal.aborted) return undefined;
    engine.status(inputs.__context.urn, `looking for ${name}, which no list shows yet`);
    await clock.sleep(Math.min(delay, until - clock.now()), signal).catch(() => undefined);
  }
}

/** By its mark; or, where tags were denied, by name, inputs and having been in no list before. */
async function findNew(
  inputs: JobInputs,
  name: string,
  known: ReadonlySet<string>,
  context: Context,
): Promise<ModelRef | undefined> {
  const { rows, unrecorded } = await findOwn(inputs, context);
  if (unrecorded !== undefined) return unrecorded.ref;
  for (const row of rows.filter((candidate) => candidate.name === name && !known.has(idOf(refOfRow(candidate))))) {
    const phase = phaseOf(row.status);
    const ref = refOfRow(row);
    const model = phase === "training" || phase === "active" ? await findTrainedModel(ref, context) : undefined;
    if (model !== undefined && isSameTraining(inputsOf(model, inputs), inputs)) return ref;
  }
  return undefined;
}
