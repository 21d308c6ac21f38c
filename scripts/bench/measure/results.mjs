/** Results out of samples. */
import { ratios, spreadOf } from "../statistics.mjs";

/** @typedef {{ seconds: number, cpuSeconds?: number | undefined }} Timed */

/**
 * The ratio of runs that were taken in turn. The ratio of their CPU time, which other work on the machine changes less, is in the note.
 *
 * @param {string} figure
 * @param {readonly Timed[]} ours
 * @param {readonly Timed[]} over
 * @param {string} note
 * @returns {import("../figures.mjs").Result}
 */
export function ratioOf(figure, ours, over, note) {
  const of = (runs, what) => runs.map((run) => run[what] ?? Number.NaN);
  const { median, ...spread } = spreadOf(ratios(of(ours, "seconds"), of(over, "seconds")));
  const cpu = spreadOf(ratios(of(ours, "cpuSeconds"), of(over, "cpuSeconds"))).median;
  const seconds = `${spreadOf(of(ours, "seconds")).median.toFixed(1)} s over ${spreadOf(of(over, "seconds")).median.toFixed(1)} s`;
  return {
    figure,
    value: median,
    spread,
    note: [note, seconds, ...(Number.isNaN(cpu) ? [] : [`CPU ${cpu.toFixed(2)} ×`])].join("; "),
    samples: { ours, over },
  };
}

/**
 * Counts as a text, each for one model.
 *
 * @param {Record<string, number>} counts by operation
 * @param {number} models
 */
export function wordsOf(counts, models) {
  return Object.entries(counts)
    .map(([operation, count]) => `${operation} ${(count / models).toFixed(count % models === 0 ? 0 : 2)}`)
    .join(", ");
}

/** @param {Record<string, number>} counts */
export const sumOf = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How often each operation was asked for between two counts. */
export function between(before, after) {
  const differences = Object.entries(after).map(([operation, count]) => [operation, count - (before[operation] ?? 0)]);
  return Object.fromEntries(differences.filter(([, count]) => count > 0));
}
