import { type ModelRef, refFrom } from "../../kinds/trained-model/identity";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import { autoName, freeName, requestOf } from "../../kinds/trained-model/request";
import { requireActiveParents } from "../../kinds/trained-model/source-models";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { NameTakenError } from "../errors/errors";
import { refusal } from "../errors/refusal";
import { isServiceError, type ServiceError } from "../errors/service-error";
import type { Look } from "../ownership/find-own";
import { ownerUnknown } from "../ownership/found";
import { markedTags, markOf, ownerOf } from "../ownership/marks";
import { isNameListed } from "../ownership/name-listed";
import type { Context } from "../run/context";
import { requireEngine } from "../run/require-engine";
import { findLost, lookFor } from "./lost-answer";
import { cancelPredecessor } from "./predecessor";
import { comesFree, quotaText } from "./quota";
import { Turn } from "./quota-turn";

/** What a create came to. */
export interface Submitted {
  ref: ModelRef;
  name: string;
}

/** Throttled or unreachable creates are asked again for this long. */
const PATIENCE = 10 * 60_000;
/** An endpoint that refuses connections is asked this often: it is most likely a wrong setting. */
const UNREACHABLE_TRIES = 3;
/** Names that turn out to be taken although no list shows them. */
const NAME_TRIES = 20;

/**
 * Starts the training: one request, repeated only where the service surely did nothing (throttled, unreachable, a
 * taken name, denied tags, a used-up quota). After an answer that was lost it looks for the model and sends nothing more.
 */
export async function submit(inputs: JobInputs, look: Look, context: Context): Promise<Submitted> {
  const turn = new Turn(inputs, context);
  const submission = new Submission(inputs, look, turn, context);
  for (;;) {
    const name = submission.name();
    const sent = await turn.take(() => send(inputs, submission.request(name), context));
    if (!isServiceError(sent)) return { ref: sent, name };
    if (sent.kind === "ambiguous" || sent.kind === "aborted") return { ref: await findLost(inputs, name, look, context), name };
    const found = await submission.prepareNext(sent, name);
    if (found !== undefined) return { ref: found, name };
  }
}

/**
 * One request: what it was answered, or how it failed. An accepted model is this run's own at once: the next count sees
 * it, listed or not.
 */
async function send(inputs: JobInputs, request: CreateTrainedModelRequest, context: Context): Promise<ModelRef | ServiceError> {
  await requireEngine(context);
  try {
    // Never aborted: an accepted training must get its id into the state.
    const created = await context.serviceIn(inputs.region).createTrainedModel(request, new AbortController().signal);
    const ref = refFrom(created.trainedModelArn, created.versionIdentifier);
    context.session.noteCurrent(inputs.__context.urn, ref);
    return ref;
  } catch (error) {
    if (isServiceError(error)) return error;
    throw error;
  }
}

/** What changes from one request to the next. */
class Submission {
  readonly #inputs: JobInputs;
  readonly #look: Look;
  readonly #context: Context;
  readonly #taken: Set<string>;
  readonly #turn: Turn;
  readonly #started: number;
  #marked: Record<string, string> | undefined;
  #refusals = { names: 0, throttled: 0, unreachable: 0 };

  constructor(inputs: JobInputs, look: Look, turn: Turn, context: Context) {
    this.#inputs = inputs;
    this.#look = look;
    this.#context = context;
    this.#taken = new Set(look.rows.map(({ name }) => name));
    this.#turn = turn;
    this.#started = context.clock.now();
    this.#marked = markedTags(inputs.tags ?? {}, ownerOf(inputs.__context), markOf(inputs));
    if (this.#marked === undefined) {
      const { urn } = inputs.__context;
      context.engine.log(
        "debug",
        urn,
        "the program's tags leave no room for this provider's two; the model is known by its name alone",
      );
    }
  }

  name(): string {
    return this.#inputs.name ?? freeName(autoName(this.#inputs), (candidate) => this.#taken.has(candidate));
  }

  request(name: string) {
    return requestOf(this.#inputs, name, this.#marked ?? this.#inputs.tags ?? {});
  }

  /** Does what may make the next request succeed, unless it finds the model that the request asks for; throws where nothing may. */
  async prepareNext(error: ServiceError, name: string): Promise<ModelRef | undefined> {
    const { engine } = this.#context;
    const { urn } = this.#inputs.__context;
    switch (error.kind) {
      case "denied":
        if (this.#marked === undefined) break;
        this.#marked = undefined;
        engine.log("debug", urn, "creating with this provider's tags was denied; asking once more without them");
        return undefined;
      case "conflict":
        await requireActiveParents(this.#inputs, error, this.#context);
        if (this.#look.namesake !== undefined) throw ownerUnknown(this.#look.namesake);
        if (this.#inputs.name !== undefined) throw nameTaken(error.message);
        if (++this.#refusals.names > NAME_TRIES) break;
        this.#taken.add(name);
        return this.#refusals.names === 1 ? this.#findHolder(name) : undefined;
      case "validation":
      case "not-found":
        await requireActiveParents(this.#inputs, error, this.#context);
        break;
      case "quota":
        if (!comesFree(error)) break;
        await cancelPredecessor(urn, this.#context);
        await this.#turn.wait(quotaText(error));
        return undefined;
      case "throttled":
        await this.#pause(error, ++this.#refusals.throttled, "throttled by the service");
        return undefined;
      case "unreachable":
        if (++this.#refusals.unreachable >= UNREACHABLE_TRIES) break;
        await this.#pause(error, this.#refusals.unreachable, "the service is not reachable");
        return undefined;
    }
    throw refusal(error);
  }

  /** A chosen name that is taken by nobody in the lists is most likely taken by this resource's own lost model. */
  async #findHolder(name: string): Promise<ModelRef | undefined> {
    if (await isNameListed(name, this.#inputs, this.#context)) return undefined;
    return lookFor(this.#inputs, name, this.#look, this.#context);
  }

  async #pause(error: ServiceError, tries: number, why: string): Promise<void> {
    const { clock, engine, signal } = this.#context;
    if (clock.now() - this.#started > PATIENCE) throw refusal(error);
    engine.status(this.#inputs.__context.urn, `${why}; asking again`);
    // An interrupt shows at the next look for the engine, before anything is sent.
    await clock.sleep(Math.min(1_000 * 2 ** (tries - 1), 20_000) * (0.5 + clock.random() / 2), signal).catch(() => undefined);
  }
}

function nameTaken(message: string): NameTakenError {
  return new NameTakenError(`the service refuses the name of this model: ${message}`, [
    "Names are unique, and a model is not deleted before its successor is trained: change `name` together with the inputs, or leave it out to have a free one chosen.",
  ]);
}
