/** What the requests of a command take at the least. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { capture } from "../../set-up/run.mjs";
import { SetUpError } from "../../set-up/say.mjs";
import { trainingInputs } from "../programs/inputs.mjs";

const main = fileURLToPath(new URL("process.cjs", import.meta.url));

/** Creates come first: the others are about what they made. */
const order = ["CreateTrainedModel", "ListTrainedModels", "GetTrainedModel", "UntagResource"];

/** As many at a time as the engine does by default. */
export const atATime = 4 * availableParallelism();

/**
 * Makes some requests with the bare client.
 *
 * @param {string} place the folder of the package
 * @param {NodeJS.ProcessEnv} env of a project
 * @param {Record<string, number>} requests by operation
 * @returns {Promise<{ seconds: number }>} from the start of the process
 */
export async function floorOf(place, env, requests) {
  const sorted = Object.fromEntries(order.filter((name) => requests[name]).map((name) => [name, requests[name]]));
  const unknown = Object.keys(requests).filter((name) => !order.includes(name));
  if (unknown.length > 0) throw new SetUpError(`The floor does not know ${unknown.join(", ")}.`);
  const hyperparameters = Object.fromEntries(
    Object.entries(trainingInputs.hyperparameters).map(([key, value]) => [key, String(value)]),
  );
  const text = JSON.stringify({ requests: sorted, atATime, inputs: { ...trainingInputs, hyperparameters } });
  const { code, output } = await capture(process.execPath, [main, place, text], { env });
  if (code !== 0) throw new SetUpError(`The floor failed:\n${output}`);
  return { seconds: Number(output.trim().split("\n").at(-1)) };
}
