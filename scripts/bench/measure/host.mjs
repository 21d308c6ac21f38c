/** How long a host with this provider takes to its first answer, over a host with a provider that does nothing. */
import { recordedProviders } from "../../budgets/loading.mjs";
import { bareProvider, startHost } from "../engine/host.mjs";
import { trainingInputs } from "../programs/inputs.mjs";
import { ratioOf } from "./results.mjs";
import { inTurn } from "./turns.mjs";

/** @param {import("../lab.mjs").Lab} lab */
export async function measureHost(lab) {
  const pairs = lab.isQuick ? 3 : 15;
  const { folder } = await lab.project("empty");
  const texts = recordedProviders(lab.checkout);
  const ours = Object.entries(texts).find(([type]) => type.endsWith(":TrainingJob"))?.[1] ?? "";
  const { ours: runs, bare } = await inTurn(pairs, {
    ours: () => startHost(folder, ours, trainingInputs),
    bare: () => startHost(folder, bareProvider, trainingInputs),
  });
  const toMs = ({ seconds }) => seconds * 1_000;
  const result = ratioOf("host", runs, bare, `${pairs} starts`);
  return [{ ...result, note: `${result.note}; ${Math.min(...runs.map(toMs)).toFixed(0)} ms at best` }];
}
