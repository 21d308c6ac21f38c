/** CPU profiles of what a figure measures, of this package and of the naive provider. */
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SetUpError } from "../../set-up/say.mjs";
import { withBenchService } from "../service/index.mjs";
import { timeByPackage } from "./summary.mjs";

const hook = fileURLToPath(new URL("hook.cjs", import.meta.url));

/** The command that each figure is about, and those that go before it. @type {Record<string, string[]>} */
const commands = {
  preview: ["preview"],
  "preview-over-two": ["preview"],
  "preview-compiled": ["preview"],
  "memory-preview": ["preview"],
  host: ["preview"],
  up: ["up"],
  "up-requests": ["up"],
  "up-lists": ["up"],
  unchanged: ["up", "preview"],
  refresh: ["up", "refresh"],
  "refresh-requests": ["up", "refresh"],
  destroy: ["up", "destroy"],
};

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {string} figure
 * @param {string} place where the profiles go
 * @returns {Promise<string>} what to print
 */
export async function profile(lab, figure, place) {
  const steps = commands[figure];
  if (steps === undefined) {
    const those = Object.keys(commands).join(", ");
    throw new SetUpError(`${figure} runs in the bench's own process, or is no time. These have a profile: ${those}.`);
  }
  const models = lab.isQuick ? 20 : figure.startsWith("preview") ? 300 : 100;
  const lines = [];
  await withBenchService({}, async (service) => {
    for (const side of ["ours", "naive"]) {
      const folder = path.join(place, figure, side);
      mkdirSync(folder, { recursive: true });
      const compiled = figure === "preview-compiled";
      const project = await lab.project(side, { service: service.address, compiled, nodeOptions: [`--require=${hook}`] });
      for (const step of steps.slice(0, -1)) await project.measure(step, models);
      project.env.BENCH_PROFILES = folder;
      await project.measure(steps.at(-1), models);
      for (const file of readdirSync(folder).sort())
        lines.push(...linesOf(path.join(folder, file), `${side}, ${file.split(".")[0]}`));
    }
  });
  return lines.join("\n");
}

function linesOf(file, title) {
  const times = timeByPackage(file);
  const whole = times.reduce((sum, [, ms]) => sum + ms, 0);
  const top = times.slice(0, 8).map(([where, ms]) => `  ${ms.toFixed(0).padStart(7)} ms  ${where}`);
  return [`${title}: ${whole.toFixed(0)} ms, in ${path.relative(process.cwd(), file)}`, ...top];
}
