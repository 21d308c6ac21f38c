import type { Context } from "../run/context";
import { longestDelay } from "./intervals";

/** Without a terminal each text on a row is a line of its own. */
const SOONEST = 10_000;

/** What a wait shows on its row: news at once, and how long it takes every 10 s, later as often as it asks. */
export class Progress {
  #shown: { news: string; at: number } | undefined;

  constructor(
    readonly context: Pick<Context, "clock" | "engine" | "resource">,
    readonly started = context.clock.now(),
  ) {}

  /** `news` is what makes a text worth showing at once. */
  show(news: string, text: string): void {
    const { clock, engine, resource } = this.context;
    const now = clock.now();
    const isDue = this.#shown === undefined || now - this.#shown.at >= Math.max(SOONEST, longestDelay(now - this.started) / 2);
    if (!isDue && this.#shown?.news === news) return;
    this.#shown = { news, at: now };
    engine.status(resource.urn, text);
  }
}
