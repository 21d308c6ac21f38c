import type { Advice } from "../check/issues";

/** What the last diff of a resource found. */
export interface Replacement {
  /** The outputs that the state holds. */
  recorded: Record<string, unknown>;
  /** The paths that replace; none where Pulumi itself asks for it. */
  replaces: readonly string[];
  /** Paths of the recorded inputs that are secret. */
  secrets: readonly string[];
}

/**
 * What one operation of the engine has asked for so far, for the rules that no single request can hold: which id is
 * current for which URN, what it replaces, and which new ones are settled. A process of a host serves one operation.
 */
export class EngineRun {
  readonly #checked = new Map<string, object>();
  readonly #awaitsDiff = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #unknowns = new Map<string, readonly string[]>();
  readonly #current = new Map<string, string>();
  readonly #replacedBy = new Map<string, string>();
  readonly #predecessors = new Map<string, string>();
  readonly #replacements = new Map<string, Replacement>();
  readonly #leftOut = new Map<string, readonly Advice[]>();
  readonly #settled = new Set<string>();
  readonly #looks = new Map<string, Promise<unknown>>();
  readonly #gates = new Map<string, Promise<void>>();
  readonly #names = new Map<string, Map<string, boolean>>();

  /** `check` saw the inputs that are recorded for a URN, or none. The engine checks a replacement twice, the second time without: that takes nothing back. */
  noteCheck(urn: string, recorded: object | undefined, unknowns: readonly string[] = []): void {
    this.#awaitsDiff.add(urn);
    this.#wanted.add(urn);
    this.#unknowns.set(urn, unknowns);
    if (recorded === undefined) return;
    this.#checked.set(urn, recorded);
    // A new look at what is recorded: what an earlier diff found of it is past.
    this.#replacements.delete(urn);
  }

  /** `check` saw a name, which `key` stands for. Back comes another resource with that name, if either of them has it anew. */
  noteName(key: string, urn: string, isNew: boolean): string | undefined {
    const holders = this.#names.get(key) ?? new Map<string, boolean>();
    this.#names.set(key, holders.set(urn, isNew));
    return [...holders].find(([holder, isNewToo]) => holder !== urn && (isNew || isNewToo))?.[0];
  }

  /** `check` saw entries of a URN's maps that hold nothing. */
  noteLeftOut(urn: string, found: readonly Advice[]): void {
    this.#leftOut.set(urn, found);
  }

  leftOut(urn: string): readonly Advice[] {
    return this.#leftOut.get(urn) ?? [];
  }

  /** `diff` saw what differs, also in a refresh: a check that comes after it, without recorded inputs, announces it. */
  noteReplacement(urn: string, replacement: Replacement): void {
    this.#replacements.set(urn, replacement);
  }

  replacement(urn: string): Replacement | undefined {
    return this.#replacements.get(urn);
  }

  /** `diff` of a URN; one that no check went before belongs to a refresh and says nothing of what the program wants. */
  noteDiff(urn: string, id: string, isReplaced: boolean): void {
    if (!this.#awaitsDiff.delete(urn)) return;
    if (isReplaced) {
      this.#replacedBy.set(id, urn);
      this.#predecessors.set(urn, id);
    } else {
      this.#current.set(urn, id);
    }
  }

  /** Paths of a URN's inputs that are unknown because what they come from is made anew. */
  unknownPaths(urn: string): readonly string[] {
    return this.#unknowns.get(urn) ?? [];
  }

  /** Whether the program of this run has the resource, and yet nothing came to be for it. */
  lacksSuccessor(urn: string): boolean {
    return this.#wanted.has(urn) && !this.#current.has(urn);
  }

  /** The resource of this run that has the id as its own. */
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

  noteCurrent(urn: string, id: string): void {
    this.#current.set(urn, id);
  }

  /** What was made is active, or the program said not to wait for it. */
  noteSettled(id: string): void {
    this.#settled.add(id);
  }

  isSettled(id: string): boolean {
    return this.#settled.has(id);
  }

  /** Whether some resource of this run has the id as its own. */
  isCurrent(id: string): boolean {
    return this.urnOf(id) !== undefined;
  }

  /** The inputs that the state holds for a URN, when `check` was given any. */
  recordedInputs(urn: string): object | undefined {
    return this.#checked.get(urn);
  }

  /** The id that the resource `urn` gives up in this run. */
  predecessor(urn: string): string | undefined {
    return this.#predecessors.get(urn);
  }

  /** The id that took the place of `id`, recorded under `urn`. */
  successorOf(id: string, urn: string): string | undefined {
    const current = this.#current.get(this.#replacedBy.get(id) ?? urn);
    return current === id ? undefined : current;
  }
}
