import { UNKNOWN } from "../core/values/unknown";
import { isRecord } from "../utils/guards";

/** A property bag as the dynamic host hands it over. */
export type Bag = Record<string, unknown>;

/** What stands for an unknown value on the wire, whatever its type (Pulumi's runtime/rpc.ts and plugin/rpc.go). */
const SENTINELS: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);
const SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Sentinels become UNKNOWN, at any depth. `__provider` is the host's and stays out of what the rules see. */
export function fromWire(bag: Bag): Bag {
  const { __provider: _, ...rest } = bag;
  return convertedBag(rest, (value) => (SENTINELS.has(value) ? UNKNOWN : value));
}

/** What the host can put on the wire: no undefined, no Date, UNKNOWN as its sentinel. */
export function toWire(bag: object): Bag {
  return convertedBag(bag, (value) => (value === UNKNOWN ? SENTINEL : value instanceof Date ? value.toISOString() : value));
}

function convertedBag(bag: object, leaf: (value: unknown) => unknown): Bag {
  const set = Object.entries(bag).filter(([, item]) => item !== undefined);
  return Object.fromEntries(set.map(([key, item]) => [key, converted(item, leaf)]));
}

function converted(value: unknown, leaf: (value: unknown) => unknown): unknown {
  const found = leaf(value);
  if (Array.isArray(found)) return found.filter((item) => item !== undefined).map((item) => converted(item, leaf));
  return isRecord(found) ? convertedBag(found, leaf) : found;
}
