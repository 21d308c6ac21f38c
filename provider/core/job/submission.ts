import type { Look } from "../ownership/find-own";
import { markedTags, markOf, ownerOf } from "../ownership/marks";
import { autoName, freeName } from "../ownership/names";
import type { Job, JobContext, JobInputs } from "./kind";
import { QuotaTurn } from "./quota-turn";

/** A create on its way: what changes from one request to the next. */
export class Submission<I extends JobInputs, J extends Job> {
  readonly turn: QuotaTurn<I, J>;
  readonly started: number;
  /** How often the service refused, by what it refused for. */
  readonly refusals = { names: 0, throttled: 0, unreachable: 0 };
  /** Names that turned out to be taken. */
  readonly #taken = new Set<string>();
  /** The program's tags with ours; none where they have no room, or were denied. */
  #marked: Record<string, string> | undefined;

  constructor(
    readonly inputs: I,
    /** What was there before. */
    readonly look: Look<J>,
    readonly context: JobContext<I, J>,
  ) {
    const { clock, engine, kind, resource } = context;
    this.turn = new QuotaTurn(inputs, context);
    this.started = clock.now();
    this.#marked = markedTags(inputs.tags ?? {}, ownerOf(resource), markOf(inputs, kind.shape));
    if (this.#marked !== undefined) return;
    const { short } = kind.words;
    const line = `the program's tags leave no room for this provider's two; the ${short} is known by its name alone`;
    engine.log("debug", resource.urn, line);
  }

  name(): string {
    return this.inputs.name ?? freeName(autoName(this.context.resource), (candidate) => this.#isTaken(candidate));
  }

  #isTaken(name: string): boolean {
    return this.#taken.has(name) || this.look.listings.some((listing) => listing.named(name).length > 0);
  }

  tags(): Record<string, string> {
    return this.#marked ?? this.inputs.tags ?? {};
  }

  /** Goes on without our tags; false where there were none any more. */
  dropMarks(): boolean {
    const hadMarks = this.#marked !== undefined;
    this.#marked = undefined;
    return hadMarks;
  }

  noteTaken(name: string): void {
    this.#taken.add(name);
  }
}
