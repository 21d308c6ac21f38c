/** The provider plugin: the same program as over the dynamic host, in a project that names the plugin. */
import { withBenchService } from "../service/index.mjs";
import { ratioOf } from "./results.mjs";
import { inTurn } from "./turns.mjs";

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measurePlugin(lab, isWanted) {
  return [
    ...(isWanted("preview-plugin") ? [await previewOverDynamic(lab)] : []),
    ...(isWanted("state-plugin") ? [await stateOverPlugin(lab)] : []),
  ];
}

/** What a program of models takes beyond an empty one, over the plugin and over the dynamic host. @param {import("../lab.mjs").Lab} lab */
async function previewOverDynamic(lab) {
  const [models, pairs] = lab.isQuick ? [30, 2] : [100, 5];
  const [plugin, dynamic, empty] = [
    await lab.project("ours", { plugin: true }),
    await lab.project("ours"),
    await lab.project("empty"),
  ];
  const runs = await inTurn(pairs, {
    plugin: () => plugin.measure("preview", models),
    dynamic: () => dynamic.measure("preview", models),
    empty: () => empty.measure("preview", models),
  });
  const lessEmpty = (side) =>
    runs[side].map(({ seconds, cpuSeconds }, turn) => ({
      seconds: seconds - runs.empty[turn].seconds,
      cpuSeconds: cpuSeconds === undefined ? undefined : cpuSeconds - runs.empty[turn].cpuSeconds,
    }));
  const result = ratioOf("preview-plugin", lessEmpty("plugin"), lessEmpty("dynamic"), `${models} models`);
  return { ...result, samples: runs };
}

/** @param {import("../lab.mjs").Lab} lab */
function stateOverPlugin(lab) {
  const models = 10;
  return withBenchService({}, async (service) => {
    const project = await lab.project("ours", { plugin: true, service: service.address });
    await project.measure("up", models);
    const bytes = Buffer.byteLength(JSON.stringify(JSON.parse(await project.state()))) / models;
    return { figure: "state-plugin", value: bytes / 1_000, note: `${models} models`, samples: { bytes } };
  });
}
