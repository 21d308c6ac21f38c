import { isRecord } from "../../utils/guards";
import { leavesOf } from "../values/leaves";
import type { Advice } from "./issues";

/**
 * What to say of entries that hold nothing, by path: a program that reads a key that is not set loses them without a word.
 * `found` is what the program found of them; an entry that has a value all the same, of the stack's tags, is left out nowhere.
 */
export function leftOutWarnings(found: unknown, inputs: Record<string, unknown>): Advice[] {
  if (!isRecord(found)) return [];
  const leaves = leavesOf(inputs);
  return Object.entries(found)
    .filter(([path]) => !leaves.has(path))
    .map(([path, nothing]) => ({
      severity: "warning",
      path,
      code: "left-out",
      message: `is ${nothing === "null" ? "null" : "undefined"} and is left out`,
      hint: "a key of the configuration that is not set?",
    }));
}
