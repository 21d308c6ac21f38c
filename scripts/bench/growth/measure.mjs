/** Each figure at 1, 10, 100 and 1,000 models. */
import { say } from "../../set-up/say.mjs";
import { between, sumOf } from "../measure/results.mjs";
import { callsInADay } from "../measure/waiting.mjs";
import { withBenchService } from "../service/index.mjs";

const COMMANDS = ["preview", "up", "unchanged", "refresh", "destroy"];

/**
 * One curve.
 *
 * @typedef {object} Curve
 * @property {string} group what is on the axis: seconds, requests …
 * @property {string} name
 * @property {"ours" | "naive"} side
 * @property {[models: number, value: number][]} points
 */

/** @param {import("../lab.mjs").Lab} lab @returns {Promise<Curve[]>} */
export async function measureGrowth(lab) {
  const sizes = lab.isQuick ? [1, 10, 100] : [1, 10, 100, 1_000];
  const curves = new Curves();
  await withBenchService({}, async (service) => {
    // The engine writes the whole state at each step, which grows with the square for every provider: that is left out on both sides.
    const env = { PULUMI_SKIP_CHECKPOINTS: "true", BENCH_CHECKPOINTS: "true" };
    const projects = {};
    for (const side of ["ours", "naive"])
      projects[side] = await lab.project(side, { service: service.address, compiled: true, env });
    for (const models of sizes) {
      say(`Measuring ${models} models …`);
      for (const [side, project] of Object.entries(projects)) {
        await service.reset();
        for (const command of COMMANDS) await measureCommand({ project, side, command, models, service, curves });
      }
    }
  });
  for (const models of sizes) {
    const { calls } = await callsInADay(lab.checkout, models);
    curves.add("requests", "wait of 24 h", "ours", models, calls);
  }
  return curves.all();
}

async function measureCommand({ project, side, command, models, service, curves }) {
  const before = await service.counts();
  const run = await project.measure(command === "unchanged" ? "preview" : command, models);
  const requests = between(before, await service.counts());
  curves.add("seconds", command, side, models, run.seconds);
  if (command === "up")
    curves.add(
      "kB of state",
      "state",
      side,
      models,
      Buffer.byteLength(JSON.stringify(JSON.parse(await project.state()))) / 1_000,
    );
  if (command === "preview") curves.add("MB of the host", "preview", side, models, (run.processes.host?.peakBytes ?? 0) / 1e6);
  if (side === "naive" || sumOf(requests) === 0) return;
  curves.add("requests", command, side, models, sumOf(requests));
  if (command === "up") curves.add("requests", "lists of up", side, models, requests.ListTrainedModels ?? 0);
}

class Curves {
  /** @type {Map<string, Curve>} */ #byKey = new Map();

  add(group, name, side, models, value) {
    const key = `${group} ${name} ${side}`;
    const curve = this.#byKey.get(key) ?? { group, name, side, points: [] };
    curve.points.push([models, value]);
    this.#byKey.set(key, curve);
  }

  all() {
    return [...this.#byKey.values()];
  }
}
