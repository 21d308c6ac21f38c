/** What is listed where a membership holds many models that are none of the program's. */
import { trainingInputs } from "../programs/inputs.mjs";
import { withBenchService } from "../service/index.mjs";
import { between } from "./results.mjs";

const OTHERS = 1_000;

/** @param {import("../lab.mjs").Lab} lab */
export function measureLists(lab) {
  const sizes = lab.isQuick ? [5, 15] : [20, 100];
  return withBenchService({}, async (service) => {
    const samples = {};
    for (const models of sizes) {
      await service.reset();
      await service.fill(OTHERS, trainingInputs);
      const project = await lab.project("ours", { service: service.address, compiled: true });
      const before = await service.counts();
      await project.measure("up", models);
      samples[models] = between(before, await service.counts()).ListTrainedModels ?? 0;
    }
    const [few, many] = sizes.map((models) => samples[models]);
    const note = `${few} requests for ${sizes[0]} creates, ${many} for ${sizes[1]}; a whole list is ${OTHERS / 100}`;
    return [{ figure: "up-lists", value: many / few, note, samples }];
  });
}
