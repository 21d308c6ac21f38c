import type { Advice, Issue } from "../../core/check/issues";
import type { Values } from "../../core/values/pick";
import { isUnknown } from "../../core/values/unknown";
import { isRecord } from "../../utils/guards";

/** What the service model does not say. */
export function configurationIssues({ overwrite }: Values): Issue[] {
  if (overwrite === undefined || typeof overwrite === "boolean" || isUnknown(overwrite)) return [];
  return [{ path: "overwrite", code: "type", message: "must be true or false" }];
}

/** What a person should know before it is put. */
export function configurationWarnings(inputs: Values): Advice[] {
  const uri = uriIn(inputs);
  if (uri === undefined) return [];
  const warning = (code: string, message: string): Advice => ({ severity: "warning", path: URI, code, message });
  const [, prefix] = /^s3:\/\/[^/]+\/?(.*)$/.exec(uri) ?? [];
  return [
    ...(/\s/.test(uri) ? [warning("space", "has a space in it: is that meant?")] : []),
    ...(prefix === "" ? [warning("no-prefix", "has no prefix: outputs go to the top of the bucket")] : []),
  ];
}

const URI = "defaultOutputLocation.destination.s3Destination.s3Uri";

function uriIn(inputs: Values): string | undefined {
  let value: unknown = inputs;
  for (const key of URI.split(".")) value = isRecord(value) ? value[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
