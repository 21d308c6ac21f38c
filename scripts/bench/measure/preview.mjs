/** A preview of new models: all that it costs is in the program, in the engine and in the checks. */
import { ratioOf } from "./results.mjs";
import { inTurn } from "./turns.mjs";

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measurePreview(lab, isWanted) {
  const [models, pairs] = lab.isQuick ? [30, 2] : [300, 3];
  const note = `${models} models`;
  const results = [];
  const isOverTwo = isWanted("preview-over-two");
  if (isWanted("preview") || isOverTwo) {
    const { ours, naive, two } = await previews(lab, ["ours", "naive", ...(isOverTwo ? ["two"] : [])], models, pairs, false);
    if (isWanted("preview")) results.push(ratioOf("preview", ours, naive, note));
    if (isOverTwo) results.push(ratioOf("preview-over-two", ours, two, note));
  }
  if (isWanted("preview-compiled")) {
    const { ours, naive } = await previews(lab, ["ours", "naive"], models, pairs, true);
    const transpiled = lab.isQuick ? [] : [await transpiledPreview(lab, models)];
    const result = ratioOf("preview-compiled", ours, naive, note);
    results.push({ ...result, samples: { ...result.samples, transpiled } });
  }
  return results;
}

/** @param {import("../lab.mjs").Lab} lab @param {string[]} sides @param {boolean} compiled */
async function previews(lab, sides, models, pairs, compiled) {
  const runs = {};
  for (const side of sides) {
    const project = await lab.project(side, { compiled });
    runs[side] = () => project.measure("preview", models);
  }
  return inTurn(pairs, runs);
}

/** Without the check of types that Pulumi does at each run. @param {import("../lab.mjs").Lab} lab @param {number} models */
async function transpiledPreview(lab, models) {
  const project = await lab.project("ours", { env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } });
  return project.measure("preview", models);
}
