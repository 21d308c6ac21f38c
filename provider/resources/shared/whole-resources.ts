import { Output } from "@pulumi/pulumi";
import { isRecord } from "../../utils/guards";
import { joinPath } from "../../utils/join-path";
import { programError } from "./program-error";

/** Refuses inputs that are none, and a whole resource where they want values: it would wait for itself, or reach the service as no text. */
export function requireInputs(type: string, name: string, args: unknown, mendOf: (path: string) => string): void {
  if (!isRecord(args)) {
    throw programError(`${type} "${name}": the inputs are missing; they come after the name: \`{ membershipIdentifier, … }\``);
  }
  const found = resourceIn(args, "");
  if (found === undefined) return;
  const resource = found.name === undefined ? "a whole resource" : `the whole resource "${found.name}"`;
  throw programError(
    `${type} "${name}": ${found.path || "the inputs"} ${found.path ? "holds" : "hold"} ${resource}; ${mendOf(found.path)}`,
  );
}

/** The first resource in some values, also one that was spread: Pulumi's brand goes along with the members. */
function resourceIn(value: unknown, path: string): { path: string; name: string | undefined } | undefined {
  if (Output.isInstance(value) || value instanceof Promise) return undefined;
  if (Array.isArray(value)) return first(value.map((item, index) => () => resourceIn(item, `${path}[${index}]`)));
  if (!isRecord(value)) return undefined;
  if (value.__pulumiResource === true) return { path, name: typeof value.__name === "string" ? value.__name : undefined };
  return first(
    Object.entries(value).map(
      ([key, item]) =>
        () =>
          resourceIn(item, joinPath(path, key)),
    ),
  );
}

function first<T>(looks: readonly (() => T | undefined)[]): T | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}
