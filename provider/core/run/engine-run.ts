import type { Advice } from "../check/issues";
import { partsOfUrn } from "../values/urns";
import { SharedWork } from "./shared-work";

/** What the last diff of a resource found. */
export interface Replacement {
  /** The outputs that the state holds. */
  recorded: Record<string, unknown>;
  /** The paths that replace; none where Pulumi itself asks for it. */
  replaces: readonly string[];
  /** Paths of the recorded inputs that are secret. */
  secrets: readonly string[];
}

/** What was seen of one resource so far. */
interface Seen {
  /** The program has it. */
  isWanted?: boolean;
  awaitsDiff?: boolean;
  /** The inputs that the state holds. */
  recorded?: object;
  unknowns?: readonly string[];
  leftOut?: readonly Advice[];
  /** Undefined once a check has seen what is recorded: what an earlier diff found of it is past. */
  replacement?: Replacement | undefined;
  /** The id that is its own. */
  current?: string;
  /** The id that it gives up. */
  predecessor?: string;
  /** A request that may have made something for it went out. */
  isSent?: boolean;
}

/**
 * What one operation of the engine has asked for so far, for the rules that no single request can hold: which id is
 * current for which URN, what it replaces, and which new ones are settled. A process of a host serves one operation.
 * docs/architecture.md has what the engine asks, in which order, and what is noted of it.
 */
export class EngineRun extends SharedWork {
  readonly #seen = new Map<string, Seen>();
  /** The URNs that have an id as their own, by the id. */
  readonly #holders = new Map<string, Set<string>>();
  /** Which of the creates it was that were accepted, by the id. */
  readonly #accepted = new Map<string, number>();
  readonly #waits = new Map<string, number>();
  readonly #reads = new Map<string, number>();
  /** The URN that gives an id up, by the id. */
  readonly #replacedBy = new Map<string, string>();
  readonly #settled = new Set<string>();
  readonly #lookedUp = new Set<string>();
  readonly #names = new Map<string, Map<string, boolean>>();

  #note(urn: string, seen: Seen): void {
    this.#seen.set(urn, { ...this.#seen.get(urn), ...seen });
  }

  #noteCurrent(urn: string, current: string): void {
    const before = this.#seen.get(urn)?.current;
    if (before !== undefined) this.#holders.get(before)?.delete(urn);
    this.#holders.set(current, (this.#holders.get(current) ?? new Set()).add(urn));
    this.#note(urn, { current });
  }

  /** `check` saw the inputs that are recorded for a URN, or none. The engine checks a replacement twice, the second time without: that takes nothing back. */
  noteCheck(urn: string, recorded: object | undefined, unknowns: readonly string[] = []): void {
    this.#note(urn, { isWanted: true, awaitsDiff: true, unknowns });
    if (recorded !== undefined) this.#note(urn, { recorded, replacement: undefined });
  }

  /** `check` saw a name, which `key` stands for. Back comes another resource with that name, if either of them has it anew. */
  noteName(key: string, urn: string, isNew: boolean): string | undefined {
    const holders = this.#names.get(key) ?? new Map<string, boolean>();
    this.#names.set(key, holders.set(urn, isNew));
    return [...holders].find(([holder, isNewToo]) => holder !== urn && (isNew || isNewToo))?.[0];
  }

  /** `check` saw entries of a URN's maps that hold nothing. */
  noteLeftOut(urn: string, leftOut: readonly Advice[]): void {
    this.#note(urn, { leftOut });
  }

  /** `diff` of a URN; one that no check went before belongs to a refresh and says nothing of what the program wants. */
  noteDiff(urn: string, id: string, isReplaced: boolean): void {
    if (this.#seen.get(urn)?.awaitsDiff !== true) return;
    this.#note(urn, { awaitsDiff: false, ...(isReplaced && { predecessor: id }) });
    if (isReplaced) this.#replacedBy.set(id, urn);
    else this.#noteCurrent(urn, id);
  }

  /** `diff` saw what differs, also in a refresh: a check that comes after it, without recorded inputs, announces it. */
  noteReplacement(urn: string, replacement: Replacement): void {
    this.#note(urn, { replacement });
  }

  /** A create goes out: from now on something may be there that an older list does not show. */
  noteSent(urn: string): void {
    this.#note(urn, { isSent: true });
  }

  hasSent(urn: string): boolean {
    return this.#seen.get(urn)?.isSent === true;
  }

  /** A create was accepted: the id is the resource's own. */
  noteCurrent(urn: string, current: string): void {
    this.#noteCurrent(urn, current);
    if (!this.#accepted.has(current)) this.#accepted.set(current, this.#accepted.size);
  }

  /** How many creates were accepted so far. */
  get acceptedSoFar(): number {
    return this.#accepted.size;
  }

  /** Whether the id's create was accepted when already so many others had been. */
  isAcceptedSince(id: string, others: number): boolean {
    return (this.#accepted.get(id) ?? -1) >= others;
  }

  /** A wait for something of `group` begins. Comes back what ends it. */
  noteWait(group: string): () => void {
    const add = (count: number) => this.#waits.set(group, this.waitsFor(group) + count);
    add(1);
    return () => add(-1);
  }

  /** How many waits for something of `group` go on. */
  waitsFor(group: string): number {
    return this.#waits.get(group) ?? 0;
  }

  /** Which read of the id it is that begins, for one of its two resources: 1, 2, … */
  nextRead(part: string, id: string): number {
    const key = `${part} ${id}`;
    const turn = (this.#reads.get(key) ?? 0) + 1;
    this.#reads.set(key, turn);
    return turn;
  }

  /** Something was read that no state has: to import it, or for a program that only looks. */
  noteLookup(id: string): void {
    this.#lookedUp.add(id);
  }

  isLookedUp(id: string): boolean {
    return this.#lookedUp.has(id);
  }

  /** What was made is active, or the program said not to wait for it. */
  noteSettled(id: string): void {
    this.#settled.add(id);
  }

  isSettled(id: string): boolean {
    return this.#settled.has(id);
  }

  /** The inputs that the state holds for a URN, when `check` was given any. */
  recordedInputs(urn: string): object | undefined {
    return this.#seen.get(urn)?.recorded;
  }

  /** Paths of a URN's inputs that are unknown because what they come from is made anew. */
  unknownPaths(urn: string): readonly string[] {
    return this.#seen.get(urn)?.unknowns ?? [];
  }

  /** Whether the diff of this run has left a resource in place: it is neither new nor made anew. */
  isLeftInPlace(urn: string): boolean {
    const { awaitsDiff = true, current, predecessor } = this.#seen.get(urn) ?? {};
    return !awaitsDiff && current !== undefined && predecessor === undefined;
  }

  leftOut(urn: string): readonly Advice[] {
    return this.#seen.get(urn)?.leftOut ?? [];
  }

  replacement(urn: string): Replacement | undefined {
    return this.#seen.get(urn)?.replacement;
  }

  /** The id that the resource `urn` gives up in this run. */
  predecessor(urn: string): string | undefined {
    return this.#seen.get(urn)?.predecessor;
  }

  /** Whether the program of this run has the resource, and yet nothing came to be for it. */
  lacksSuccessor(urn: string): boolean {
    const { isWanted = false, current } = this.#seen.get(urn) ?? {};
    return isWanted && current === undefined;
  }

  /** The id that took the place of `id`, recorded under `urn`. */
  successorOf(id: string, urn: string): string | undefined {
    const current = this.#seen.get(this.#replacedBy.get(id) ?? urn)?.current;
    return current === id ? undefined : current;
  }

  /** The ids that resources of this run have, those of the same type as `urn`. */
  currentIds(urn: string): string[] {
    const typeOf = (one: string) => partsOfUrn(one).types.at(-1);
    const type = typeOf(urn);
    const isSameType = (other: string) => typeOf(other) === type;
    return [...this.#seen].flatMap(([other, { current }]) => (current !== undefined && isSameType(other) ? [current] : []));
  }

  /** The resource of this run that has the id as its own. */
  urnOf(id: string): string | undefined {
    return [...(this.#holders.get(id) ?? [])][0];
  }

  /** Whether some resource of this run has the id as its own. */
  isCurrent(id: string): boolean {
    return this.urnOf(id) !== undefined;
  }
}
