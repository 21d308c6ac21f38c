import { isDeepStrictEqual } from "node:util";
import { pluginTypes, types } from "../kinds/trained-model/types";
import { valuesOf } from "./models";
import type { Step } from "./preview";
import type { Note, PlannedChange } from "./report";
import { isComponent, modelKey, nameOf, typeOf } from "./urns";

/**
 * Updates of a component whose parts stay as they are: an input that a transform set on it, and that does not reach the job.
 * Of most the constructor has warned; it does not see a transform that is registered behind its own look.
 */
export function idleUpdates(
  steps: readonly Step[],
  changes: ReadonlyMap<string, PlannedChange>,
  warned: readonly Note[],
): Note[] {
  const isWarnedOf = (name: string) => warned.some(({ model, text }) => model === name && text.startsWith("a transform sets "));
  return steps
    .filter(({ op, urn }) => op === "update" && isComponent(urn) && !changes.has(modelKey(urn)))
    .filter(({ urn }) => !isWarnedOf(nameOf(urn)))
    .map((step) => ({ model: nameOf(step.urn), text: idleText(changedInputs(step), jobTypeIn(steps)) }));
}

/** As the host of the program calls it. */
function jobTypeIn(steps: readonly Step[]): string {
  return steps.some(({ op, urn }) => op !== "delete" && typeOf(urn) === pluginTypes.job) ? pluginTypes.job : types.job;
}

function idleText(inputs: readonly string[], jobType: string): string {
  const what = inputs.length === 0 ? "an input" : inputs.join(", ");
  const verb = inputs.length > 1 ? "are" : "is";
  return `${what} ${verb} changed on the component alone, and this update does nothing; a transform has to match the type \`${jobType}\``;
}

function changedInputs({ old, new: wanted }: Step): string[] {
  const [before, after] = [valuesOf(old?.inputs), valuesOf(wanted?.inputs)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
}
