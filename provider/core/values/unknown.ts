/** Stands for a value that a preview cannot know yet, wherever it lies in the inputs. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** Whether a value cannot be known yet. */
export function isUnknown(value: unknown): value is typeof UNKNOWN {
  return value === UNKNOWN;
}
