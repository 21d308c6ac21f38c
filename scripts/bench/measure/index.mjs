/** Which measurement gives which figures. */
import { say } from "../../set-up/say.mjs";
import { figures } from "../figures.mjs";
import { measureCycle } from "./cycle.mjs";
import { measureHost } from "./host.mjs";
import { measureLists } from "./lists.mjs";
import { measureMemory } from "./memory.mjs";
import { measurePlugin } from "./plugin.mjs";
import { measurePolls } from "./polls.mjs";
import { measurePreview } from "./preview.mjs";
import { measureSizes } from "./sizes.mjs";
import { measureCalls, measureNoticing } from "./waiting.mjs";

/** @typedef {(lab: import("../lab.mjs").Lab, isWanted: (figure: string) => boolean) => Promise<import("../figures.mjs").Result[]>} Measure */

/** @type {[figures: string[], measure: Measure][]} */
const measurements = [
  [["packed", "loaded"], measureSizes],
  [["noticed-short", "noticed-long", "noticed-late"], measureNoticing],
  [["calls-alone", "calls-together"], measureCalls],
  [["memory-polls"], measurePolls],
  [["host"], measureHost],
  [["preview", "preview-over-two", "preview-compiled"], measurePreview],
  [["up", "up-requests", "unchanged", "refresh", "refresh-requests", "destroy", "state"], measureCycle],
  [["preview-plugin", "state-plugin"], measurePlugin],
  [["up-lists"], measureLists],
  [["memory-preview"], measureMemory],
];

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {readonly string[]} names none is all
 */
export async function measureFigures(lab, names) {
  const isWanted = (figure) => names.length === 0 || names.includes(figure);
  const results = [];
  for (const [given, measure] of measurements) {
    const wanted = given.filter(isWanted);
    if (wanted.length === 0) continue;
    say(`Measuring ${wanted.join(", ")} …`);
    results.push(...(await measure(lab, isWanted)));
  }
  const order = Object.keys(figures);
  return results.sort((a, b) => order.indexOf(a.figure) - order.indexOf(b.figure));
}
