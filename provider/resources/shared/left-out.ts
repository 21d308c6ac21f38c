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
  await Promise.all(
    Object.entries(args)
      .filter(([key]) => maps.includes(key))
      .map(async ([key, map]) => {
        const entries = await settled(map);
        if (!isRecord(entries)) return;
        await Promise.all(
          Object.entries(entries).map(async ([name, value]) => {
            const item = await settled(value);
            if (item === undefined || item === null) found[joinPath(key, name)] = item === null ? "null" : "undefined";
          }),
        );
      }),
  );
  return Object.keys(found).length === 0 ? undefined : Object.fromEntries(Object.entries(found).sort());
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
