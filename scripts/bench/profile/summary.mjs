/** Where the time of a CPU profile went, by package. */
import { readFileSync } from "node:fs";

/**
 * @param {string} file of a CPU profile
 * @returns {[where: string, ms: number][]} what took the most first; idle time is left out
 */
export function timeByPackage(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8"));
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const [index, id] of samples.entries()) {
    const place = places.get(id) ?? "other";
    if (place !== "(idle)") times.set(place, (times.get(place) ?? 0) + timeDeltas[index] / 1_000);
  }
  return [...times].sort(([, a], [, b]) => b - a);
}

/** @param {{ functionName: string, url: string }} callFrame */
function placeOf({ functionName, url }) {
  if (url === "") return functionName.startsWith("(") ? functionName : "node and V8";
  if (url.startsWith("node:")) return "node and V8";
  const [, last = ""] = /.*node_modules\/(.*)/.exec(url.replaceAll("\\", "/")) ?? [];
  if (last === "") return "the program";
  return last
    .split("/")
    .slice(0, last.startsWith("@") ? 2 : 1)
    .join("/");
}
