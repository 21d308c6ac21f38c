import { Output } from "@pulumi/pulumi";
import { UNKNOWN } from "../../core/values/unknown";
import { isRecord } from "../../utils/guards";
import { joinPath } from "../../utils/join-path";
import { internals } from "./output-internals";

/** What an entry holds that holds nothing. */
type Nothing = "undefined" | "null";

/**
 * The entries of the inputs in `maps` that hold nothing, by path. Pulumi drops them on the way to the host, which therefore
 * cannot tell; nothing is told of what is not known yet.
 */
export async function leftOutEntries(args: object, maps: readonly string[]): Promise<Record<string, Nothing> | undefined> {
  const found: Record<string, Nothing> = {};
  const note = (path: string, item: unknown) => {
    if (item === undefined || item === null) found[path] = item === null ? "null" : "undefined";
  };
  const look = async (key: string, map: unknown) => {
    const entries = isLater(map) ? await settled(map) : map;
    if (!isRecord(entries)) return;
    const later = Object.entries(entries).flatMap(([name, value]) => {
      const path = joinPath(key, name);
      if (isLater(value)) return [settled(value).then((item) => note(path, item))];
      note(path, value);
      return [];
    });
    await Promise.all(later);
  };
  await Promise.all(Object.entries(args).flatMap(([key, map]) => (maps.includes(key) ? [look(key, map)] : [])));
  return Object.keys(found).length === 0 ? undefined : Object.fromEntries(Object.entries(found).sort());
}

function isLater(value: unknown): boolean {
  return value instanceof Promise || Output.isInstance(value);
}

/** The value behind promises and Outputs; one that fails is Pulumi's to tell of. */
async function settled(value: unknown): Promise<unknown> {
  try {
    const inner = value instanceof Promise ? await value : value;
    if (!Output.isInstance(inner)) return inner;
    return (await internals(inner).isKnown) ? settled(await internals(inner).promise()) : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
