/** The life of some models: `up`, a preview without a change, `refresh` and `destroy`. One run of it serves several figures. */
import { atATime, floorOf } from "../floor/index.mjs";
import { withBenchService } from "../service/index.mjs";
import { median } from "../statistics.mjs";
import { between, ratioOf, sumOf, wordsOf } from "./results.mjs";

/** How long the service takes for a delete. */
const DELETE_MS = 400;

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export function measureCycle(lab, isWanted) {
  const [models, pairs] = lab.isQuick ? [10, 2] : [100, 3];
  return withBenchService({ deleteMs: DELETE_MS }, async (service) => {
    const ours = await lab.project("ours", { service: service.address });
    const naive = await lab.project("naive", { service: service.address });
    const runs = { ours: [], naive: [], floor: [] };
    for (let pair = 0; pair < pairs; pair++) {
      await service.reset();
      runs.ours.push(await life(ours, models, isWanted, service));
      runs.naive.push(await life(naive, models, isWanted));
      if (isWanted("up")) {
        await service.reset();
        runs.floor.push(await floorOf(lab.package, ours.env, runs.ours[pair].up.requests));
      }
    }
    return resultsOf(runs, models).filter(({ figure }) => isWanted(figure));
  });
}

/** One life, with what it asked of the service. @param {import("../engine/project.mjs").Project} project */
async function life(project, models, isWanted, service = { counts: async () => ({}) }) {
  const step = async (command) => {
    const before = await service.counts();
    const run = await project.measure(command, models);
    return { ...run, requests: between(before, await service.counts()) };
  };
  const up = await step("up");
  const stateBytes = Buffer.byteLength(JSON.stringify(JSON.parse(await project.state()))) / models;
  const unchanged = isWanted("unchanged") ? await step("preview") : undefined;
  const refresh = isWanted("refresh") || isWanted("refresh-requests") ? await step("refresh") : undefined;
  return { up, stateBytes, unchanged, refresh, destroy: await step("destroy") };
}

function resultsOf({ ours, naive, floor }, models) {
  const note = `${models} models`;
  const [first] = ours;
  const side = (lives, command) => lives.flatMap((one) => (one[command] === undefined ? [] : [one[command]]));
  const ratio = (figure, command, over) => ratioOf(figure, side(ours, command), over, note);
  const overFloor = floor.map(({ seconds }, pair) => ({ seconds: seconds + naive[pair].up.seconds }));
  const serviceSeconds = ((models / atATime) * DELETE_MS) / 1_000;
  const allowed = side(naive, "destroy").map(({ seconds }) => ({ seconds: 1.5 * seconds + serviceSeconds }));
  const requests = (figure, command) => {
    const samples = side(ours, command).map((run) => run.requests);
    const value = median(samples.map(sumOf)) / models;
    return { figure, value, note: `${note}: ${wordsOf(first[command]?.requests ?? {}, models)}`, samples: { requests: samples } };
  };
  const state = (lives) => median(lives.map(({ stateBytes }) => stateBytes)) / 1_000;
  return [
    ratio("up", "up", overFloor),
    ratio("unchanged", "unchanged", side(naive, "unchanged")),
    ratio("refresh", "refresh", side(naive, "refresh")),
    {
      ...ratio("destroy", "destroy", allowed),
      samples: { ours: side(ours, "destroy"), naive: side(naive, "destroy"), serviceSeconds },
    },
    requests("up-requests", "up"),
    requests("refresh-requests", "refresh"),
    {
      figure: "state",
      value: state(ours),
      note: `naive ${state(naive).toFixed(1)} kB`,
      samples: { ours: ours.map((one) => one.stateBytes), naive: naive.map((one) => one.stateBytes) },
    },
  ];
}
