/** The CPU time of what this process started. */
import { readFileSync } from "node:fs";

/** Ticks of /proc in a second; every Linux that Node runs on has this number. */
const TICKS = 100;

/**
 * CPU seconds of all processes that this one started and that have ended, those that they started included. Undefined where the system
 * does not tell: only Linux does.
 *
 * @returns {number | undefined}
 */
export function childrenCpuSeconds() {
  let text;
  try {
    text = readFileSync("/proc/self/stat", "utf8");
  } catch {
    return undefined;
  }
  // The name, in brackets, may hold spaces; after it come the fields from the third on.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[13]), Number(fields[14])];
  return (user + system) / TICKS;
}
