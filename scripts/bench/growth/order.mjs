/** How fast something grows with the number of models. */

/** The order of n log n between 100 and 1,000, a little rounded up. */
export const N_LOG_N = 1.2;

/**
 * The exponent k of n^k, between the two greatest sizes; what the smallest size costs is taken off first, as the fixed cost.
 *
 * @param {readonly (readonly [models: number, value: number])[]} points from the smallest size to the greatest
 * @returns {number} 0 for what does not grow
 */
export function orderOf(points) {
  const [first, before, last] = [points[0], points.at(-2), points.at(-1)];
  if (first === undefined || before === undefined || last === undefined || points.length < 3) return Number.NaN;
  const [grown, grownBefore] = [last[1] - first[1], before[1] - first[1]];
  if (grown <= 0) return 0;
  // What began to grow after the last but one size has no order yet: it is compared with its whole value there.
  if (grownBefore <= 0) return Math.max(0, Math.log(last[1] / before[1]) / Math.log(last[0] / before[0]));
  return Math.max(0, Math.log(grown / grownBefore) / Math.log(last[0] / before[0]));
}
