/** What ends within a minute is noticed within 2 s, the request included. */
const MINUTE = 60_000;
const SOONEST = 1_900;
/** Later within 5 % of the wait: 15 s after five minutes, and 144 s, the longest, after 50. A day takes 770 polls. */
const SHARE = 0.048;
const LATEST = 144_000;

/** The longest that a wait of `elapsed` ms may go on without a look, in ms. */
export function longestDelay(elapsed: number): number {
  return elapsed < MINUTE ? SOONEST : Math.min(elapsed * SHARE, LATEST);
}

/** Milliseconds until the next poll of a wait, `elapsed` ms into it. `random` is in [0, 1). */
export function delayBeforePoll(elapsed: number, random: number): number {
  return longestDelay(elapsed) * (0.8 + 0.2 * random);
}

/** Milliseconds until the next look after a cancel or a delete, which the service may carry out at once: 0.1 s, then 1.5 times as long each time. */
export function delayBeforeLook(looks: number, random: number): number {
  return Math.min(100 * 1.5 ** Math.min(looks - 1, 20), 60_000) * (0.8 + 0.2 * random);
}
