import { AsyncLocalStorage } from "node:async_hooks";
import { isUnknown, Output, type Resource, runtime, unknown } from "@pulumi/pulumi";
import { isRecord } from "../../../utils/guards";
import { bareUrn } from "../output-internals";

type Properties = Record<string, unknown>;

/** What the transforms made of each component, by its place. */
type Seen = Map<string, Properties>;

/** One for each run of a program: its key is where the SDK keeps the run's transforms. */
const runs = new WeakMap<object, Seen>();

/**
 * Looks at what the engine's transforms make of the components of this run. The engine does not tell a component, so a transform of
 * our own, which changes nothing, runs as the last one. Only where the program has transforms at all: it costs a call a resource.
 */
export async function watchTransforms(parent: Resource | undefined, hasOwn: boolean): Promise<undefined> {
  // A parent registers its transforms before its URN is known. Two that register at once come in any order.
  if (parent !== undefined) await bareUrn(parent);
  await runtime.awaitStackRegistrations();
  const already = callbackServer();
  if (already === undefined && !hasOwn) return;
  if (already !== undefined && runs.has(already)) return;
  const seen: Seen = new Map();
  try {
    runtime.registerResourceTransform(async ({ type, name, props, opts }) => {
      if (isOfThisPackage(type)) seen.set(await placeOf(type, opts.parent, name), { ...props, tags: withUnknown(props.tags) });
      return undefined;
    });
  } catch {
    return; // An engine, or a mock of it, without transforms.
  }
  const server = callbackServer();
  if (server !== undefined) runs.set(server, seen);
}

/** What the transforms made of a component; nothing where there are none. To be asked once it is registered. */
export async function seenByTransforms(
  type: string,
  parent: Resource | undefined,
  name: string,
): Promise<Properties | undefined> {
  const server = callbackServer();
  const seen = server === undefined ? undefined : runs.get(server);
  return seen?.get(await placeOf(type, parent ?? runtime.getStackResource(), name));
}

async function placeOf(type: string, parent: Resource | undefined, name: string): Promise<string> {
  return `${parent === undefined ? "" : await bareUrn(parent)} ${type} ${name}`;
}

function isOfThisPackage(type: string): boolean {
  return type.startsWith("cleanroomsml:");
}

/** Within an inline program the SDK does not tell a transform that this is a preview: unknown entries come as undefined. */
function withUnknown(value: unknown): unknown {
  if (value === undefined || !isRecord(value) || Output.isInstance(value) || isUnknown(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, item === undefined ? unknown : withUnknown(item)]);
  return Object.fromEntries(entries);
}

/** What the SDK has from the first transform, or hook, on. Its types leave it out. */
function callbackServer(): object | undefined {
  const local: unknown = Reflect.get(globalThis, "asyncLocalStorage");
  const store: unknown = (local instanceof AsyncLocalStorage && local.getStore()) || Reflect.get(globalThis, "globalStore");
  const found = typeof store === "object" && store !== null && "callbacks" in store ? store.callbacks : undefined;
  return typeof found === "object" && found !== null ? found : undefined;
}
