import { hiddenKeys } from "../../core/run/hidden-keys";
import { recordedInputs } from "../../core/values/filled";
import { leavesOf } from "../../core/values/leaves";
import { pick, type Values } from "../../core/values/pick";
import { trainingInputs } from "./inputs";
import { trainedModelShape } from "./shape";

/** What was found, and the inputs of it. */
interface Found {
  outputs: Values;
  inputs: Values;
}

/** What the service fills in for every model: a program that leaves it out must not differ. */
const serviceChosen = ["mlModelTrainingPayerAccountId", "region"];

/** A model of no state as a program would write it: defaults are left out, and marked as what the service filled in. */
export function importedJob({ outputs }: Found): Found {
  const given: Values = pick(outputs, trainingInputs);
  const kept = leavesOf(given, trainedModelShape.defaultValues);
  const all = [...leavesOf(given).keys()];
  const filled = [...all.filter((path) => !kept.has(path)), ...serviceChosen.filter((key) => given[key] !== undefined)];
  const marked = { ...outputs, [hiddenKeys.filled]: filled };
  return { outputs: marked, inputs: recordedInputs(marked, trainingInputs) };
}

/** A wait for a job of no state. */
export function importedWaiter(id: string, { outputs }: Found): Found {
  const inputs = { jobId: id };
  return { outputs: { ...outputs, ...inputs }, inputs };
}
