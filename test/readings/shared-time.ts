import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../../provider/core/run/ports";

/** One time for the rules and the emulator, which passes only where somebody sleeps. */
export class SharedTime implements Clock {
  #now = Date.parse("2026-11-23T12:00:00Z");
  /** How often somebody slept. */
  sleeps = 0;
  #plans: { at: number; act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  /** Those who sleep at once sleep side by side. */
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.sleeps++;
    const end = this.#now + ms;
    await turn();
    this.pass(Math.max(0, end - this.#now));
    signal.throwIfAborted();
  }

  /** Somebody acts so many seconds from now. */
  in(seconds: number, act: () => void): void {
    this.#plans = [...this.#plans, { at: this.#now + seconds * 1_000, act }].sort((a, b) => a.at - b.at);
  }

  pass(ms: number): void {
    const end = this.#now + ms;
    for (let [plan] = this.#plans; plan !== undefined && plan.at <= end; [plan] = this.#plans) {
      this.#plans.shift();
      this.#now = plan.at;
      plan.act();
    }
    this.#now = end;
  }
}
