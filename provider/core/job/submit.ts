import { NameTakenError } from "../errors/errors";
import { refusal } from "../errors/refusal";
import { isServiceError, type ServiceError } from "../errors/service-error";
import type { Look } from "../ownership/find-own";
import { markedTags, markOf, ownerOf } from "../ownership/marks";
import { autoName, freeName } from "../ownership/names";
import { ownerUnknown } from "../ownership/own-errors";
import { requireEngine } from "../run/require-engine";
import type { Job, JobContext, JobInputs } from "./kind";
import { findLost, lookFor } from "./lost-answer";
import { cancelPredecessor } from "./predecessor";
import { QuotaTurn, textOfQuota } from "./quota-turn";

/** What a create came to. */
export interface Submitted {
  id: string;
  name: string;
}

/** Throttled or unreachable creates are asked again for this long. */
const PATIENCE = 10 * 60_000;
/** An endpoint that refuses connections is asked this often: it is most likely a wrong setting. */
const UNREACHABLE_TRIES = 3;
/** Names that turn out to be taken although no list shows them. */
const NAME_TRIES = 20;

/**
 * Starts the work: one request, repeated only where the service surely did nothing (throttled, unreachable, a taken
 * name, denied tags, a used-up quota). After an answer that was lost it looks for the job and sends nothing more.
 */
export async function submit<I extends JobInputs, J extends Job>(
  inputs: I,
  look: Look<J>,
  context: JobContext<I, J>,
): Promise<Submitted> {
  const turn = new QuotaTurn(inputs, context);
  const submission = new Submission(inputs, look, turn, context);
  for (;;) {
    const name = submission.name();
    const sent = await turn.take(() => send(inputs, name, submission.tags(), context));
    if (!isServiceError(sent)) return { id: sent, name };
    if (sent.kind === "ambiguous" || sent.kind === "aborted") return { id: await findLost(inputs, name, look, context), name };
    const found = await submission.prepareNext(sent, name);
    if (found !== undefined) return { id: found, name };
  }
}

/**
 * One request: what it was answered, or how it failed. What is accepted is this run's own at once: the next count sees
 * it, listed or not.
 */
async function send<I extends JobInputs, J extends Job>(
  inputs: I,
  name: string,
  tags: Record<string, string>,
  context: JobContext<I, J>,
): Promise<string | ServiceError> {
  const { engineRun, kind, resource, serviceIn } = context;
  await requireEngine(kind.words.work, context);
  try {
    // Never aborted: what is accepted must get its id into the state.
    const id = await kind.calls.create(inputs, name, tags, { serviceIn, signal: new AbortController().signal });
    engineRun.noteCurrent(resource.urn, id);
    return id;
  } catch (error) {
    if (isServiceError(error)) return error;
    throw error;
  }
}

/** What changes from one request to the next. */
class Submission<I extends JobInputs, J extends Job> {
  readonly #inputs: I;
  readonly #look: Look<J>;
  readonly #context: JobContext<I, J>;
  readonly #taken: Set<string>;
  readonly #turn: QuotaTurn<I, J>;
  readonly #started: number;
  #marked: Record<string, string> | undefined;
  #refusals = { names: 0, throttled: 0, unreachable: 0 };

  constructor(inputs: I, look: Look<J>, turn: QuotaTurn<I, J>, context: JobContext<I, J>) {
    const { clock, engine, kind, resource } = context;
    this.#inputs = inputs;
    this.#look = look;
    this.#context = context;
    this.#taken = new Set(look.rows.map(({ name }) => name));
    this.#turn = turn;
    this.#started = clock.now();
    this.#marked = markedTags(inputs.tags ?? {}, ownerOf(resource), markOf(inputs, kind.shape));
    if (this.#marked === undefined) {
      const { short } = kind.words;
      const line = `the program's tags leave no room for this provider's two; the ${short} is known by its name alone`;
      engine.log("debug", resource.urn, line);
    }
  }

  name(): string {
    return this.#inputs.name ?? freeName(autoName(this.#context.resource), (candidate) => this.#taken.has(candidate));
  }

  tags(): Record<string, string> {
    return this.#marked ?? this.#inputs.tags ?? {};
  }

  /** Does what may make the next request succeed, unless it finds what the request asks for; throws where nothing may. */
  async prepareNext(error: ServiceError, name: string): Promise<string | undefined> {
    const { engine, kind, resource } = this.#context;
    switch (error.kind) {
      case "denied":
        if (this.#marked === undefined) break;
        this.#marked = undefined;
        engine.log("debug", resource.urn, "creating with this provider's tags was denied; asking once more without them");
        return undefined;
      case "conflict":
        await kind.explainRefusal(this.#inputs, error, this.#context);
        if (this.#look.namesake !== undefined) throw ownerUnknown(this.#look.namesake, kind);
        if (this.#inputs.name !== undefined) throw nameTaken(error.message, this.#context);
        if (++this.#refusals.names > NAME_TRIES) break;
        this.#taken.add(name);
        return this.#refusals.names === 1 ? this.#findHolder(name) : undefined;
      case "validation":
      case "not-found":
        await kind.explainRefusal(this.#inputs, error, this.#context);
        break;
      case "quota":
        if (!kind.comesFree(error)) break;
        await cancelPredecessor(this.#context);
        await this.#turn.wait(textOfQuota(error));
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

  /** A chosen name that is taken by nobody in the lists is most likely taken by this resource's own lost job. */
  async #findHolder(name: string): Promise<string | undefined> {
    if (await this.#context.kind.calls.isNameListed(name, this.#inputs, this.#context)) return undefined;
    return lookFor(this.#inputs, name, this.#look, this.#context);
  }

  async #pause(error: ServiceError, tries: number, why: string): Promise<void> {
    const { clock, engine, resource, signal } = this.#context;
    if (clock.now() - this.#started > PATIENCE) throw refusal(error);
    engine.status(resource.urn, `${why}; asking again`);
    // An interrupt shows at the next look for the engine, before anything is sent.
    await clock.sleep(Math.min(1_000 * 2 ** (tries - 1), 20_000) * (0.5 + clock.random() / 2), signal).catch(() => undefined);
  }
}

function nameTaken<I extends JobInputs, J extends Job>(message: string, { kind }: JobContext<I, J>): NameTakenError {
  const { short, done } = kind.words;
  return new NameTakenError(`the service refuses the name of this ${short}: ${message}`, [
    `Names are unique, and a ${short} is not deleted before its successor is ${done}: change \`name\` together with the inputs, or leave it out to have a free one chosen.`,
  ]);
}
