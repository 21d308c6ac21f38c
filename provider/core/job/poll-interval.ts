/** Polls grow apart from 1 s; for the first five minutes they stay within 12.5 s, later within two minutes, each ±20 %. */
const FIRST_DELAY = 1_000;
const GROWTH = 1.4;
const EARLY_CAP = 12_500;
const LATE_CAP = 120_000;
const EARLY = 5 * 60_000;

/** Milliseconds until the next poll: after `polls` of them, `elapsed` ms into the wait. `random` is in [0, 1). */
export function delayBeforePoll(polls: number, elapsed: number, random: number): number {
  const jitter = 0.8 + 0.4 * random;
  if (elapsed < EARLY) return Math.min(FIRST_DELAY * GROWTH ** Math.min(polls - 1, 20), EARLY_CAP) * jitter;
  // From 12.5 s at five minutes to 120 s at 48.
  return Math.min(EARLY_CAP * (elapsed / EARLY), LATE_CAP) * jitter;
}
