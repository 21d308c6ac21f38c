import { idOf, type ModelRef, refOf } from "../../kinds/trained-model/identity";

/**
 * What one run of the host has seen, for the rules that no single method can hold: which id is current for which
 * URN, what it replaces, and which new models are settled. One process serves one operation of the engine.
 */
export class Session {
  readonly #checked = new Map<string, object>();
  readonly #awaitsDiff = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #moving = new Map<string, readonly string[]>();
  readonly #current = new Map<string, string>();
  readonly #replacedBy = new Map<string, string>();
  readonly #predecessors = new Map<string, ModelRef>();
  readonly #settled = new Set<string>();
  readonly #looks = new Map<string, Promise<unknown>>();
  readonly #gates = new Map<string, Promise<void>>();
  readonly #names = new Map<string, Map<string, boolean>>();

  /** `check` saw the inputs that are recorded for a URN, or none. The second check of a replacement sees none and takes nothing back. */
  noteCheck(urn: string, recorded: object | undefined, moving: readonly string[] = []): void {
    this.#awaitsDiff.add(urn);
    this.#wanted.add(urn);
    this.#moving.set(urn, moving);
    if (recorded !== undefined) this.#checked.set(urn, recorded);
  }

  /** `check` saw a name, which `key` stands for. Back comes another resource with that name, if either of them has it anew. */
  noteName(key: string, urn: string, isNew: boolean): string | undefined {
    const holders = this.#names.get(key) ?? new Map<string, boolean>();
    this.#names.set(key, holders.set(urn, isNew));
    return [...holders].find(([holder, isNewToo]) => holder !== urn && (isNew || isNewToo))?.[0];
  }

  /** `diff` of a URN; one that no check went before belongs to a refresh and says nothing of what the program wants. */
  noteDiff(urn: string, id: string, isReplaced: boolean): void {
    if (!this.#awaitsDiff.delete(urn)) return;
    if (isReplaced) {
      this.#replacedBy.set(id, urn);
      this.#predecessors.set(urn, refOf(id));
    } else {
      this.#current.set(urn, id);
    }
  }

  /** Paths of a URN's inputs that are unknown because what they come from is made anew. */
  movingPaths(urn: string): readonly string[] {
    return this.#moving.get(urn) ?? [];
  }

  /** Whether the program of this run has the resource, and yet its model did not come to be. */
  lacksModel(urn: string): boolean {
    return this.#wanted.has(urn) && !this.#current.has(urn);
  }

  /** The resource of this run that has the model as its own. */
  urnOf(id: string): string | undefined {
    return [...this.#current].find(([, current]) => current === id)?.[0];
  }

  /** Every id that a resource of this run has. */
  currentIds(): string[] {
    return [...this.#current.values()];
  }

  /** Does some work of a membership when no other work of it is being done. */
  async oneAtATime<T>(membershipIdentifier: string, work: () => Promise<T>): Promise<T> {
    const before = this.#gates.get(membershipIdentifier) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#gates.set(membershipIdentifier, settled);
    return done;
  }

  /** The result of `look`, asked for once a run. */
  once<T>(key: string, look: () => Promise<T>): Promise<T> {
    const known = this.#looks.get(key) as Promise<T> | undefined;
    const result = known ?? look();
    if (known === undefined) this.#looks.set(key, result);
    return result;
  }

  noteCurrent(urn: string, ref: ModelRef): void {
    this.#current.set(urn, idOf(ref));
  }

  /** The new model is active, or the program said not to wait for it. */
  noteSettled(id: string): void {
    this.#settled.add(id);
  }

  isSettled(id: string): boolean {
    return this.#settled.has(id);
  }

  /** Whether some resource of this run has that model as its own. */
  isCurrent(id: string): boolean {
    return this.urnOf(id) !== undefined;
  }

  /** The inputs that the state holds for a URN, when `check` was given any. */
  recordedInputs(urn: string): object | undefined {
    return this.#checked.get(urn);
  }

  /** The model that the resource `urn` gives up in this run. */
  predecessor(urn: string): ModelRef | undefined {
    return this.#predecessors.get(urn);
  }

  /** The id that took the place of `id`, recorded under `urn`. */
  successorOf(id: string, urn: string): string | undefined {
    const current = this.#current.get(this.#replacedBy.get(id) ?? urn);
    return current === id ? undefined : current;
  }
}
