import type { CreateTrainedModelResponse } from "../service/shapes";
import { requireEngine } from "./alive";
import { upCommand } from "./commands";
import type { Context } from "./context";
import { findTrainedModel, refOfRow } from "./describe";
import { isSameTraining } from "./diff";
import { LostAnswerError, NameTakenError } from "./errors";
import { type Found, findOwn, inputsOf, type Look } from "./find-own";
import { idOf, type ModelRef, refFrom } from "./identity";
import type { JobInputs } from "./inputs";
import { markedTags, markOf, ownerOf } from "./mark";
import { cancelPredecessor } from "./predecessor";
import { refusal } from "./refusal";
import { autoName, freeName, requestOf } from "./request";
import { isServiceError } from "./service-error";
import { phaseOf } from "./statuses";
import { quotaText, Turn } from "./turn";

/** What a create came to. */
export interface Submitted {
  ref: ModelRef;
  name: string;
}

/** A lost answer is looked for this long; the service's lists may lag. */
const LOOK_FOR = 60_000;
/** Throttled or unreachable creates are asked again for this long. */
const PATIENCE = 10 * 60_000;
/** An endpoint that refuses connections is asked this often: it is most likely a wrong setting. */
const UNREACHABLE_TRIES = 3;
/** Names that turn out to be taken although the list does not show them. */
const NAME_TRIES = 20;

/**
 * Starts the training: one request, repeated only where the service surely did nothing (throttled, unreachable, a
 * taken name, denied tags, a used-up quota). After an answer that was lost it looks for the model and sends nothing more.
 */
export async function submit(inputs: JobInputs, look: Look, context: Context): Promise<Submitted> {
  const { clock, engine, service, signal } = context;
  const { urn } = inputs.__context;
  const tags = inputs.tags ?? {};
  const marked = markedTags(tags, ownerOf(inputs.__context), markOf(inputs));
  const taken = new Set(look.rows.map(({ name }) => name));
  const started = clock.now();
  let withMark = marked !== undefined;
  const turn = new Turn(inputs, context);
  let unreachable = 0;
  for (let tries = 1; ; tries++) {
    const name = inputs.name ?? freeName(autoName(inputs), (candidate) => taken.has(candidate));
    await requireEngine(context);
    try {
      const created = await service.createTrainedModel(
        requestOf(inputs, name, withMark && marked !== undefined ? marked : tags),
        signal,
      );
      return { ref: refOfResponse(created), name };
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (error.kind === "ambiguous" || error.kind === "aborted") {
        return { ref: await findLost(inputs, name, look, context), name };
      }
      if (error.kind === "denied" && withMark) {
        withMark = false;
        engine.log("debug", urn, "creating with this provider's tags was denied; asking once more without them");
        continue;
      }
      if (
        error.kind === "conflict" &&
        inputs.name === undefined &&
        taken.size - look.rows.length < NAME_TRIES &&
        !taken.has(name)
      ) {
        taken.add(name);
        continue;
      }
      if (error.kind === "conflict" && inputs.name !== undefined) throw nameTaken(inputs.name, error.message);
      if (error.kind === "quota") {
        const why = quotaText(error);
        await cancelPredecessor(urn, context);
        await turn.wait(why);
        continue;
      }
      const mayAskAgain = error.kind === "throttled" || (error.kind === "unreachable" && ++unreachable < UNREACHABLE_TRIES);
      if (!mayAskAgain || clock.now() - started > PATIENCE) throw refusal(error);
      engine.status(
        urn,
        `${error.kind === "throttled" ? "throttled by the service" : "the service is not reachable"}; asking again`,
      );
      await clock.sleep(Math.min(1_000 * 2 ** (tries - 1), 20_000) * (0.5 + clock.random() / 2), signal);
    }
  }
}

function refOfResponse({ trainedModelArn, versionIdentifier }: CreateTrainedModelResponse): ModelRef {
  return refFrom(trainedModelArn, versionIdentifier);
}

/** The model of a create whose answer was lost. */
async function findLost(inputs: JobInputs, name: string, before: Look, context: Context): Promise<ModelRef> {
  const { clock, engine, signal } = context;
  const known = new Set(before.rows.map((row) => idOf(refOfRow(row))));
  const until = clock.now() + LOOK_FOR;
  for (let delay = 1_000; ; delay = Math.min(delay * 1.5, 10_000)) {
    const found = await findNew(inputs, name, known, context).catch((error: unknown) => {
      if (isServiceError(error, "throttled", "ambiguous", "unreachable")) return undefined;
      throw error;
    });
    if (found !== undefined) return found.ref;
    if (clock.now() >= until || signal.aborted) break;
    engine.status(inputs.__context.urn, "the answer to the create was lost; looking for the model");
    await clock.sleep(Math.min(delay, until - clock.now()), signal).catch(() => undefined);
  }
  throw new LostAnswerError(
    `the answer to CreateTrainedModel was lost, and no model ${name} showed up within ${LOOK_FOR / 1_000} s`,
    ["Nothing more was sent. The next run looks again before it asks for anything:", upCommand],
  );
}

/** By its mark; or, where tags were denied, by name, inputs and having been in no list before. */
async function findNew(
  inputs: JobInputs,
  name: string,
  known: ReadonlySet<string>,
  context: Context,
): Promise<Found | undefined> {
  const { rows, unrecorded } = await findOwn(inputs, context);
  if (unrecorded !== undefined) return unrecorded;
  for (const row of rows.filter((candidate) => candidate.name === name && !known.has(idOf(refOfRow(candidate))))) {
    const phase = phaseOf(row.status);
    const ref = refOfRow(row);
    const model = phase === "training" || phase === "active" ? await findTrainedModel(ref, context) : undefined;
    if (model !== undefined && isSameTraining(inputsOf(model, inputs), inputs)) return { ref, model };
  }
  return undefined;
}

function nameTaken(name: string, message: string): NameTakenError {
  return new NameTakenError(`the service refuses the name of this model: ${message}`, [
    `Names are unique and a model cannot be replaced before its successor is trained: change \`name\` together with the inputs (now ${name.length} characters), or leave it out to have a free one chosen.`,
  ]);
}
