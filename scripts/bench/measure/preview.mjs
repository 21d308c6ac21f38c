/** A preview of new models: all that it costs is in the program, in the engine and in the checks. */
import { ratios, spreadOf } from "../statistics.mjs";
import { inTurn } from "./turns.mjs";

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measurePreview(lab, isWanted) {
  const [models, pairs] = lab.isQuick ? [50, 2] : [300, 3];
  const results = [];
  const isOverTwo = isWanted("preview-over-two");
  if (isWanted("preview") || isOverTwo) {
    const sides = { ours: "ours", naive: "naive", ...(isOverTwo ? { two: "two" } : {}) };
    const samples = await previews(lab, sides, models, pairs, false);
    if (isWanted("preview")) results.push(resultOf("preview", samples, "naive", `${models} models`));
    if (isOverTwo) results.push(resultOf("preview-over-two", samples, "two", `${models} models`));
  }
  if (isWanted("preview-compiled")) {
    const samples = await previews(lab, { ours: "ours", naive: "naive" }, models, pairs, true);
    results.push(resultOf("preview-compiled", samples, "naive", `${models} models`));
  }
  return results;
}

async function previews(lab, sides, models, pairs, compiled) {
  const projects = {};
  for (const side of Object.values(sides)) projects[side] = await lab.project(side, { compiled });
  return inTurn(
    pairs,
    Object.fromEntries(Object.entries(projects).map(([side, project]) => [side, () => project.measure("preview", models)])),
  );
}

/** The ratio of two sides of some runs; a ratio of their CPU time goes with it. */
export function resultOf(figure, samples, over, note) {
  const seconds = (side) => samples[side].map((run) => run.seconds);
  const cpu = (side) => samples[side].map((run) => run.cpuSeconds ?? Number.NaN);
  const { median, ...spread } = spreadOf(ratios(seconds("ours"), seconds(over)));
  const ofCpu = spreadOf(ratios(cpu("ours"), cpu(over))).median;
  return {
    figure,
    value: median,
    spread,
    note: `${note}; CPU ${ofCpu.toFixed(2)} ×`,
    samples: { ours: samples.ours, [over]: samples[over] },
  };
}
