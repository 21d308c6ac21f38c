import type { Advice } from "../../../core/check/issues";
import type { CheckedResource } from "../../../core/job/kind";
import { partsOf } from "../../../core/values/ids";
import type { Values } from "../../../core/values/pick";
import { isUnknown } from "../../../core/values/unknown";
import { isRecord } from "../../../utils/guards";
import { isTrainedModelArn } from "../identity";

/** What AWS leaves open about the model to train on. */
export function sourceModelWarnings(inputs: Values, { chained }: CheckedResource): Advice[] {
  const channels = inputs.incrementalTrainingDataChannels;
  if (!Array.isArray(channels)) return [];
  return channels.flatMap((channel: unknown, index): Advice[] => {
    if (!isRecord(channel)) return [];
    const place = `incrementalTrainingDataChannels[${index}]`;
    // A `ref` of a model of the program brings the version along; a first version has none.
    const isChained = chained.some((path) => path.startsWith(place));
    return [...(isChained ? [] : version(channel, place)), ...membership(channel, place, inputs.membershipIdentifier)];
  });
}

/** The API's reference says the latest version, the user guide the first: AWS contradicts itself. */
function version({ versionIdentifier }: Values, place: string): Advice[] {
  if (versionIdentifier !== undefined) return [];
  const message =
    "is left out, so AWS chooses the version: its API reference says the latest one, its user guide says the first one";
  const hint = "this makes no difference if the model has only one version; otherwise name the version";
  return [{ severity: "warning", path: `${place}.versionIdentifier`, code: "no-version", message, hint }];
}

function membership({ trainedModelArn }: Values, place: string, own: unknown): Advice[] {
  if (typeof trainedModelArn !== "string" || typeof own !== "string" || isUnknown(own)) return [];
  if (!isTrainedModelArn(trainedModelArn) || partsOf(trainedModelArn).membershipIdentifier === own) return [];
  const message = "is a model of another membership than `membershipIdentifier`; AWS does not say whether it may be trained on";
  return [{ severity: "warning", path: `${place}.trainedModelArn`, code: "other-membership", message }];
}
