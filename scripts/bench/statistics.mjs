/** What some samples say. */

/** @param {readonly number[]} samples @returns {number} not a number where there is no sample */
export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median, the smallest and the greatest of some samples.
 *
 * @typedef {{ median: number, min: number, max: number }} Spread
 * @param {readonly number[]} samples
 * @returns {Spread}
 */
export function spreadOf(samples) {
  return { median: median(samples), min: Math.min(...samples), max: Math.max(...samples) };
}

/**
 * The ratios of samples that were taken in turn: each of the first to its neighbour of the second. What slows a machine down for a while
 * slows both, and so leaves a ratio of neighbours as it is.
 *
 * @param {readonly number[]} of
 * @param {readonly number[]} over
 */
export function ratios(of, over) {
  return of.slice(0, over.length).map((sample, index) => sample / over[index]);
}
