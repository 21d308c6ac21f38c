/** Which versions of Node and of the Pulumi CLI will do. */

const OLDEST_NODE = [20, 19, 0];
const OLDEST_CLI = [3, 216, 0];

/**
 * The numbers of a version such as `v3.250.0-alpha.1`, or nothing when the text is none.
 *
 * @param {string} text
 * @returns {number[] | undefined}
 */
export function parseVersion(text) {
  const found = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text.trim());
  return found ? found.slice(1).map(Number) : undefined;
}

/**
 * @param {number[]} version
 * @param {number[]} oldest
 */
function atLeast(version, oldest) {
  const different = oldest.findIndex((part, index) => part !== version[index]);
  return different < 0 || version[different] > oldest[different];
}

/** @param {string} text what `process.version` says */
export function isNodeSupported(text) {
  const version = parseVersion(text);
  return version !== undefined && atLeast(version, OLDEST_NODE);
}

/** @param {string} text what `pulumi version` prints */
export function isCliSupported(text) {
  const version = parseVersion(text);
  return version !== undefined && version[0] === OLDEST_CLI[0] && atLeast(version, OLDEST_CLI);
}

/** The bounds, as a person reads them. */
export const nodeBounds = `${OLDEST_NODE.slice(0, 2).join(".")} or later`;
export const cliBounds = `${OLDEST_CLI.join(".")} or later, below ${OLDEST_CLI[0] + 1}`;
