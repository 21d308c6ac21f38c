/** Which measurement gives which figures. */

import { say } from "../../set-up/say.mjs";
import { figures } from "../figures.mjs";
import { measurePreview } from "./preview.mjs";

/** @type {{ figures: string[], measure: (lab: import("../lab.mjs").Lab, isWanted: (figure: string) => boolean) => Promise<import("../figures.mjs").Result[]> }[]} */
const measurements = [{ figures: ["preview", "preview-over-two", "preview-compiled"], measure: measurePreview }];

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {readonly string[]} names none is all
 */
export async function measureFigures(lab, names) {
  const isWanted = (figure) => names.length === 0 || names.includes(figure);
  const results = [];
  for (const { figures: given, measure } of measurements) {
    const wanted = given.filter(isWanted);
    if (wanted.length === 0) continue;
    say(`Measuring ${wanted.join(", ")} …`);
    results.push(...(await measure(lab, isWanted)));
  }
  const order = Object.keys(figures);
  return results.sort((a, b) => order.indexOf(a.figure) - order.indexOf(b.figure));
}
