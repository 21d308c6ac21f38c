import { diffInputs } from "../core/values/diff";
import { SECRET } from "../core/values/reasons";
import { isUnknown } from "../core/values/unknown";
import { componentOf } from "../core/values/urns";
import { trainedModelShape } from "../kinds/trained-model/shape";
import { defined } from "../utils/defined";
import { valuesOf } from "./models";
import type { Step } from "./preview";
import type { PlannedChange, Twin } from "./report";
import { isJob, modelKey, nameOf, typesOf } from "./urns";

/**
 * The changes with what was renamed or moved without an alias: a new model that asks for nothing else than one that goes.
 * To Pulumi these are two resources, so that it trains one and deletes the other.
 */
export function withTwins(changes: ReadonlyMap<string, PlannedChange>, steps: readonly Step[]): Map<string, PlannedChange> {
  const jobs = steps.filter(({ urn }) => isJob(urn));
  const kindOf = ({ urn }: Step) => changes.get(modelKey(urn))?.kind;
  // Deleted in the reverse of the order in which the program named them.
  const gone = jobs.filter((step) => step.op === "delete" && kindOf(step) !== undefined).reverse();
  const found = new Map(changes);
  const isAlone = ({ urn }: Step) => found.get(modelKey(urn))?.twin === undefined;
  // What has kept its name first: it is moved, and no other's.
  for (const isMeant of [isNamesake, () => true]) {
    for (const step of jobs.filter((candidate) => kindOf(candidate) === "train" && isAlone(candidate))) {
      const old = gone.find((candidate) => isAlone(candidate) && isMeant(candidate, step) && isSame(candidate, step));
      if (old !== undefined) note(found, step, old);
    }
  }
  return found;
}

const isNamesake = (a: Step, b: Step) => nameOf(a.urn) === nameOf(b.urn);

/** With an alias, the new resource would find nothing to replace. */
function isSame(old: Step, wanted: Step): boolean {
  const { replaces } = diffInputs(valuesOf(old.old?.outputs), valuesOf(wanted.new?.inputs), trainedModelShape);
  return replaces.length === 0;
}

function note(found: Map<string, PlannedChange>, wanted: Step, old: Step): void {
  const aliases = aliasesOf(wanted.urn, old.urn);
  const isSure = !hides(valuesOf(wanted.new?.inputs)) && !hides(valuesOf(old.old?.inputs));
  const twin = (other: Step): Twin => ({ name: nameOf(other.urn), isSure, ...defined({ aliases }) });
  for (const [step, other] of [
    [wanted, old],
    [old, wanted],
  ] as const) {
    const change = found.get(modelKey(step.urn));
    if (change !== undefined) found.set(modelKey(step.urn), { ...change, twin: twin(other) });
  }
}

/** The option of the new resource that leads to the old one: by its name, or by its URN where the types above it differ too. None leads from a component to a job that had none. */
function aliasesOf(wanted: string, old: string): string | undefined {
  const component = componentOf(wanted);
  const before = component === undefined ? old : componentOf(old);
  if (before === undefined) return undefined;
  const isMoved = typesOf(before) !== typesOf(component ?? wanted);
  return isMoved ? `aliases: [${JSON.stringify(before)}]` : `aliases: [{ name: ${JSON.stringify(nameOf(before))} }]`;
}

/** Whether a value is not shown, or not known yet: two such values count as the same. */
function hides(value: unknown): boolean {
  if (value === SECRET || isUnknown(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hides);
}
