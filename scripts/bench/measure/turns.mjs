/** Sides that are measured in turn: A B A B … */

/**
 * @template T
 * @param {number} pairs
 * @param {Record<string, () => Promise<T>>} sides
 * @returns {Promise<Record<string, T[]>>} the samples of each side
 */
export async function inTurn(pairs, sides) {
  const samples = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let pair = 0; pair < pairs; pair++) {
    for (const [name, measure] of Object.entries(sides)) samples[name].push(await measure());
  }
  return samples;
}
