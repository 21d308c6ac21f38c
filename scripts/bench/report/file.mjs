/** bench.json: what was measured last, with every sample. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Writes some sections, and leaves the others as they are.
 *
 * @param {string} file
 * @param {Record<string, unknown>} sections
 */
export function writeSections(file, sections) {
  writeFileSync(file, `${JSON.stringify({ ...recorded(file), ...sections }, null, 1)}\n`);
}

/** @param {string} file @returns {object} */
function recorded(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Cut short by whoever wrote it; the bench measures anew.
    return {};
  }
}
