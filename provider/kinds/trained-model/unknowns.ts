import type { Values } from "../../core/values/pick";
import { isUnknown } from "../../core/values/unknown";
import { isRecord, listOf } from "../../utils/guards";

const VERSION = /^incrementalTrainingDataChannels\[(\d+)\]\.versionIdentifier$/;

/**
 * The unknown paths that something new is behind. An output that a first version does not have is unknown in the previews of
 * most languages, although nothing becomes of it; but a model that is made anew has an unknown ARN beside it.
 */
export function unknownsOf(values: Values, unknowns: readonly string[]): string[] {
  const channels = listOf(values.incrementalTrainingDataChannels);
  return unknowns.filter((path) => {
    const model = path === "adopt.versionIdentifier" ? values.adopt : channels[Number(VERSION.exec(path)?.[1] ?? -1)];
    return !isRecord(model) || isUnknown(model.trainedModelArn);
  });
}
