/** Time that passes only while everybody sleeps, so that a day takes seconds. Chance is seeded: a run can be repeated. */
export class SimulatedClock {
  #now = Date.parse("2026-01-01T00:00:00Z");
  #state;
  /** The next to wake is last. @type {{ at: number, wake: () => void }[]} */
  #sleepers = [];
  #isPassing = false;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  now() {
    return this.#now;
  }

  /** The generator of the name mulberry32. */
  random() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} ms @param {AbortSignal} signal */
  sleep(ms, signal) {
    signal.throwIfAborted();
    return new Promise((wake) => {
      this.#add({ at: this.#now + ms, wake });
      this.#pass();
    });
  }

  #add(sleeper) {
    let [low, high] = [0, this.#sleepers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sleepers[middle].at > sleeper.at) low = middle + 1;
      else high = middle;
    }
    this.#sleepers.splice(low, 0, sleeper);
  }

  #pass() {
    if (this.#isPassing) return;
    this.#isPassing = true;
    // By then everybody who is awake has come to a sleep, or to an end.
    setImmediate(() => {
      this.#isPassing = false;
      const next = this.#sleepers.pop();
      if (next === undefined) return;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      if (this.#sleepers.length > 0) this.#pass();
    });
  }
}
