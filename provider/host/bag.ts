import { UNKNOWN } from "../core/values/unknown";
import { isRecord } from "../utils/guards";
import { isUnknownOnWire, UNKNOWN_ON_WIRE } from "../utils/unknown-on-wire";

/** A property bag as the dynamic host hands it over. */
export type Bag = Record<string, unknown>;

/** Without what holds nothing, as another host may have recorded it. Sentinels become UNKNOWN, at any depth. `__provider` is the host's and stays out of what the rules see. */
export function fromWire(bag: Bag): Bag {
  const { __provider: _, ...rest } = bag;
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return convertedBag(set, (value) => (isUnknownOnWire(value) ? UNKNOWN : value));
}

/** What the host can put on the wire: no undefined, no Date, UNKNOWN as its sentinel. */
export function toWire(bag: object): Bag {
  return convertedBag(bag, (value) =>
    value === UNKNOWN ? UNKNOWN_ON_WIRE : value instanceof Date ? value.toISOString() : value,
  );
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
