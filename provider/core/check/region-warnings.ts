import { isRecord } from "../values/unknown";
import type { Advice } from "./issues";

/** Everything a model is made of is regional, though AWS says so nowhere: an ARN of elsewhere is probably a slip. */
export function placeWarnings(inputs: Record<string, unknown>, region: string | undefined): Advice[] {
  const arns = arnsOf(inputs);
  const home = arns[0]?.partition;
  return arns.flatMap(({ path, partition, region: there }): Advice[] => {
    const warning = (code: string, message: string): Advice[] => [{ severity: "warning", path, code, message }];
    if (partition !== home) return warning("other-partition", `is in another partition than ${arns[0]?.path}`);
    if (region === undefined || there === region) return [];
    return warning("other-region", `is in ${there}, and the model is to be trained in ${region}`);
  });
}

interface Place {
  path: string;
  partition: string;
  region: string;
}

/** The ARNs among the inputs, the algorithm's first. Memberships and accounts may differ: that is what a collaboration is for. */
function arnsOf(inputs: Record<string, unknown>): Place[] {
  const inChannels = (list: string, key: string) => {
    const channels: unknown[] = Array.isArray(inputs[list]) ? inputs[list] : [];
    return channels.map((channel, index): [string, unknown] => [
      `${list}[${index}].${key}`,
      isRecord(channel) ? channel[key] : undefined,
    ]);
  };
  const candidates: [string, unknown][] = [
    ["configuredModelAlgorithmAssociationArn", inputs.configuredModelAlgorithmAssociationArn],
    ...inChannels("dataChannels", "mlInputChannelArn"),
    ...inChannels("incrementalTrainingDataChannels", "trainedModelArn"),
    ["kmsKeyArn", inputs.kmsKeyArn],
  ];
  return candidates.flatMap(([path, value]) => {
    const [, partition, region] = (typeof value === "string" && /^arn:(aws[-a-z]*):[a-z-]+:([-a-z0-9]+):/.exec(value)) || [];
    return partition === undefined || region === undefined ? [] : [{ path, partition, region }];
  });
}
