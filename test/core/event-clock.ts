import type { Clock } from "../../provider/core/run/ports";

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Time for many who sleep side by side: it passes to the next one's end as soon as nobody is awake. Chance is seeded. */
export class EventClock implements Clock {
  time = Date.parse("2026-01-01T00:00:00Z");
  /** The next to wake is last. */
  readonly #sleepers: Sleeper[] = [];
  #isPassing = false;

  constructor(private seed = 1) {}

  now(): number {
    return this.time;
  }

  /** A linear congruential generator: the same for each seed, everywhere. */
  random(): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.seed / 2 ** 31;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const end = () => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      const sleeper = { at: this.time + ms, wake: end };
      const stop = () => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      this.#add(sleeper);
      this.#pass();
    });
  }

  #add(sleeper: Sleeper): void {
    let low = 0;
    for (let high = this.#sleepers.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#sleepers[middle]?.at ?? 0) > sleeper.at) low = middle + 1;
      else high = middle;
    }
    this.#sleepers.splice(low, 0, sleeper);
  }

  #pass(): void {
    if (this.#isPassing) return;
    this.#isPassing = true;
    // By then everybody who is awake has come to a sleep, or to an end.
    setImmediate(() => {
      this.#isPassing = false;
      const next = this.#sleepers.pop();
      if (next === undefined) return;
      this.time = Math.max(this.time, next.at);
      next.wake();
      if (this.#sleepers.length > 0) this.#pass();
    });
  }
}
