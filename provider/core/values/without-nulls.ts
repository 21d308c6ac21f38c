import { isRecord } from "../../utils/guards";
import type { Values } from "./pick";

/** Some values without what holds nothing, at any depth: a null is an input that is left out. */
export function withoutNulls(values: Values): Values {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(set.map(([key, value]) => [key, withoutNull(value)]));
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  return isRecord(value) ? withoutNulls(value) : value;
}
