import type { Advice } from "../../../core/check/issues";
import { regionToCome } from "../../../core/check/region";
import { type ArnPlaces, regionWarnings } from "../../../core/check/region-warnings";
import type { CheckedResource } from "../../../core/job/kind";
import { covers } from "../../../core/values/paths";
import type { Values } from "../../../core/values/pick";
import { isRecord, listOf } from "../../../utils/guards";
import { instanceWarnings } from "./instance-warnings";
import { sourceModelWarnings } from "./source-model-warnings";

/** The algorithm's ARN says the partition. */
const arns: ArnPlaces = [
  "configuredModelAlgorithmAssociationArn",
  "dataChannels[].mlInputChannelArn",
  "incrementalTrainingDataChannels[].trainedModelArn",
  "kmsKeyArn",
];

/** Whatever a person should know before such a training is paid for; `region` is the one that is configured. */
export function warningsOf(inputs: Values, about: CheckedResource, region?: string): Advice[] {
  return [
    ...instanceWarnings(inputs),
    ...channelFolders(inputs),
    ...payer(inputs),
    ...secretsReadable(about.secrets),
    ...sourceModelWarnings(inputs, about),
    ...regionWarnings(inputs, arns, regionToCome(inputs, region), "the model is to be trained"),
  ];
}

function channelFolders(inputs: Values): Advice[] {
  const seen = new Map<string, string>();
  return ["dataChannels", "incrementalTrainingDataChannels"].flatMap((list) =>
    listOf(inputs[list]).flatMap((channel, index): Advice[] => {
      const name = isRecord(channel) ? channel.channelName : undefined;
      if (typeof name !== "string") return [];
      const path = `${list}[${index}].channelName`;
      const warning = (code: string, message: string): Advice => ({ severity: "warning", path, code, message });
      if (name === "." || name === "..") return [warning("channel-folder", "is an odd name for a folder in the container")];
      const like = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), path);
      return like === undefined || isSameName(inputs, like, name)
        ? []
        : [warning("channel-case", `differs from ${like} by upper and lower case alone`)];
    }),
  );
}

/** Equal names are an error already. */
function isSameName(inputs: Values, path: string, name: string): boolean {
  const [, list = "", index = ""] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const channel = listOf(inputs[list])[Number(index)];
  return isRecord(channel) && channel.channelName === name;
}

function payer({ mlModelTrainingPayerAccountId }: Values): Advice[] {
  if (typeof mlModelTrainingPayerAccountId !== "string") return [];
  const message = "must be a payer candidate of the collaboration, which only the service can tell";
  return [{ severity: "info", path: "mlModelTrainingPayerAccountId", code: "payer-candidate", message }];
}

/** GetTrainedModel gives both maps back as they are (the service model marks neither as sensitive). */
function secretsReadable(secrets: readonly string[]): Advice[] {
  const paths = secrets.filter((path) => covers(["hyperparameters", "environment"], path));
  return paths.map((path) => ({
    severity: "warning",
    path,
    code: "secret-readable",
    message: "is a secret here, but the service gives it back to whoever may read the model",
  }));
}
