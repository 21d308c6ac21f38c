/** Stands for a value that a preview cannot know yet, wherever it lies in the inputs. */
export const UNKNOWN: unique symbol = Symbol("unknown");

export function isUnknown(value: unknown): value is typeof UNKNOWN {
  return value === UNKNOWN;
}

/** A map of anything: not null, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
