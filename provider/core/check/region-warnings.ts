import { isRecord } from "../../utils/guards";
import type { Values } from "../values/pick";
import type { Advice } from "./issues";

/** Where the inputs have ARNs: `kmsKeyArn`, or `dataChannels[].mlInputChannelArn`. The first one says the partition. */
export type ArnPlaces = readonly string[];

/** Everything that the service makes is regional, though AWS says so nowhere: an ARN of elsewhere is probably a slip. */
export function regionWarnings(inputs: Values, places: ArnPlaces, region: string | undefined, comes: string): Advice[] {
  const arns = places.flatMap((place) => arnsAt(inputs, place));
  const home = arns[0]?.partition;
  return arns.flatMap(({ path, partition, region: there }): Advice[] => {
    const warning = (code: string, message: string): Advice[] => [{ severity: "warning", path, code, message }];
    if (partition !== home) return warning("other-partition", `is in another partition than ${arns[0]?.path}`);
    if (region === undefined || there === region) return [];
    return warning("other-region", `is in ${there}, and ${comes} in ${region}`);
  });
}

interface Arn {
  path: string;
  partition: string;
  region: string;
}

/** Memberships and accounts may differ: that is what a collaboration is for. */
function arnsAt(inputs: Values, place: string): Arn[] {
  const [list = "", member] = place.split("[].");
  const value = inputs[list];
  if (member === undefined) return arnsOf(list, value);
  const elements: unknown[] = Array.isArray(value) ? value : [];
  return elements.flatMap((element, index) => (isRecord(element) ? arnsOf(`${list}[${index}].${member}`, element[member]) : []));
}

function arnsOf(path: string, value: unknown): Arn[] {
  const [, partition, region] = (typeof value === "string" && /^arn:(aws[-a-z]*):[a-z-]+:([-a-z0-9]+):/.exec(value)) || [];
  return partition === undefined || region === undefined ? [] : [{ path, partition, region }];
}
