import type { Clock } from "./ports";

/** One look at the service: what it says, and when it was begun. */
interface Look {
  began: number;
  /** Where its beginning stands among all that was asked. */
  order: number;
  result: Promise<unknown>;
  isUnderWay: boolean;
}

/** For whom a look is shared: those with one clock, who would give up at one signal. */
interface Looker {
  clock: Pick<Clock, "now">;
  signal: AbortSignal;
}

/** Work that the resources of one run share. */
export class SharedWork {
  readonly #looks = new WeakMap<AbortSignal, Map<string, Look>>();
  readonly #gates = new Map<string, Promise<void>>();
  #order = 0;
  #firstLook: number | undefined;

  /** How long this run has been looking, in ms. */
  timeSinceFirstLook({ clock }: Pick<Looker, "clock">): number {
    return this.#firstLook === undefined ? 0 : clock.now() - this.#firstLook;
  }

  /**
   * What `ask` says: the answer of the last look of this key, if it was begun at most `maxAge` ms ago, else a new one's. With 0
   * it is begun after this call. Who asks while one is under way that is too old waits for the next, together with all others.
   * One that failed serves only those who waited for it.
   */
  async look<T>(key: string, maxAge: number, { clock, signal }: Looker, ask: () => Promise<T>): Promise<T> {
    const asked = this.#order++;
    const now = clock.now();
    this.#firstLook ??= now;
    const serves = ({ began, order }: Look) => order > asked || (began <= now && now - began < maxAge);
    const looks = this.#looks.get(signal) ?? new Map<string, Look>();
    this.#looks.set(signal, looks);
    for (let last = looks.get(key); last !== undefined; last = looks.get(key)) {
      if (serves(last)) return last.result as Promise<T>;
      if (!last.isUnderWay) break;
      await last.result.catch(() => undefined);
    }
    const look: Look = { began: clock.now(), order: this.#order++, result: ask(), isUnderWay: true };
    looks.set(key, look);
    const end = (isKept: boolean) => () => {
      look.isUnderWay = false;
      if (!isKept && looks.get(key) === look) looks.delete(key);
    };
    look.result.then(end(true), end(false));
    return look.result as Promise<T>;
  }

  /** Does some work when no other work of the same key is being done. */
  async oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#gates.get(key) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#gates.set(key, settled);
    return done;
  }
}
