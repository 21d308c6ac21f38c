import { AdvisedError } from "../../core/errors/errors";
import { hiddenKeys } from "../../core/run/hidden-keys";
import { recordedInputs } from "../../core/values/filled";
import { leavesOf } from "../../core/values/leaves";
import { pick, type Values } from "../../core/values/pick";
import { defined } from "../../utils/defined";
import { isRecord, listOf } from "../../utils/guards";
import { refOf } from "./identity";
import { trainingInputs } from "./inputs";
import { trainedModelShape } from "./shape";

/** What was found, and the inputs of it. */
interface Found {
  outputs: Values;
  inputs: Values;
}

/** What the service fills in for every model: a program that leaves it out must not differ. */
const serviceChosen = ["mlModelTrainingPayerAccountId", "region"];

/** The service does not tell all that a program has to say. */
export class NotImportableError extends AdvisedError {
  override readonly name = "NotImportableError" as const;
}

/** A model of no state as a program would write it: defaults are left out, and marked as what the service filled in. */
export function importedJob(id: string, { outputs }: Found): Found {
  const told = pick(outputs, trainingInputs);
  if (told.dataChannels === undefined || told.resourceConfig === undefined) throw notWhole(id);
  const { incrementalTrainingDataChannels: _1, tags: _2, ...rest } = told;
  const given: Values = { ...rest, ...defined({ incrementalTrainingDataChannels: sourcesOf(id, told), tags: tagsOf(told) }) };
  const kept = leavesOf(given, trainedModelShape.defaultValues);
  const all = [...leavesOf(given).keys()];
  const filled = [...all.filter((path) => !kept.has(path)), ...serviceChosen.filter((key) => given[key] !== undefined)];
  const { tags: _3, ...others } = outputs;
  const marked = { ...others, ...given, [hiddenKeys.filled]: filled };
  return { outputs: marked, inputs: recordedInputs(marked, trainingInputs) };
}

/** The service gives no ARN of a source model back. A later version is trained on one of the same ARN. */
function sourcesOf(id: string, { incrementalTrainingDataChannels: told }: Values): Values[] | undefined {
  const sources = listOf(told).filter(isRecord);
  if (sources.length === 0) return undefined;
  const { trainedModelArn, versionIdentifier } = refOf(id);
  if (versionIdentifier === undefined) throw noSourceArn(id);
  return sources.map((source) => ({
    trainedModelArn,
    ...defined({ versionIdentifier: source.versionIdentifier, channelName: source.channelName }),
  }));
}

function tagsOf({ tags }: Values): unknown {
  return isRecord(tags) && Object.keys(tags).length > 0 ? tags : undefined;
}

function notWhole(id: string): NotImportableError {
  return new NotImportableError(
    `${id} cannot be imported: of a first version beside later ones, the service does not tell \`dataChannels\` and \`resourceConfig\``,
    adoptAdvice,
  );
}

function noSourceArn(id: string): NotImportableError {
  return new NotImportableError(
    `${id} cannot be imported: it is trained on top of another model, and the service does not tell that model's ARN`,
    adoptAdvice,
  );
}

const adoptAdvice = ["take it over with the input `adopt: { trainedModelArn }` in the program; nothing is trained then"];

/** A wait for a job of no state. */
export function importedWaiter(id: string, { outputs }: Found): Found {
  const inputs = { jobId: id };
  return { outputs: { ...outputs, ...inputs }, inputs };
}
