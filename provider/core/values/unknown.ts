/** Stands for a value that a preview cannot know yet, wherever it lies in the inputs. */
export const UNKNOWN: unique symbol = Symbol("unknown");

export function isUnknown(value: unknown): value is typeof UNKNOWN {
  return value === UNKNOWN;
}
