/** Work that the resources of one run share. */
export class SharedWork {
  readonly #results = new Map<string, Promise<unknown>>();
  readonly #gates = new Map<string, Promise<void>>();

  /** The result of `look`, asked for once a run. */
  once<T>(key: string, look: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key) as Promise<T> | undefined;
    const result = known ?? look();
    if (known === undefined) this.#results.set(key, result);
    return result;
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
