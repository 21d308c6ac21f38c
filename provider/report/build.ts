import { defined } from "../utils/defined";
import { withChains } from "./chains";
import { idleUpdates } from "./idle";
import { changeOf, valuesOf } from "./models";
import { notesOf } from "./notes";
import type { Preview, Step } from "./preview";
import { withTwins } from "./renamed";
import type { PlannedChange, Report } from "./report";
import { isJob, isOurs, isWaiter, modelKey, nameOf, stackOf, typeOf } from "./urns";

/** A preview as a person reads it: models, not Pulumi's parts. */
export function reportOf(preview: Preview): Report {
  const { steps, diagnostics, counts } = preview;
  const changes = withTwins(changesOf(steps), steps);
  const models = withChains(changes, steps).sort(byWeight);
  const uses = models.flatMap(({ use }) => (use === undefined ? [] : [use]));
  const { errors, warnings, infos } = notesOf(diagnostics);
  const stack = steps.map(({ urn }) => stackOf(urn)).find((found) => found !== undefined);
  const sames = steps.filter(({ op }) => op === "same");
  const unchangedResources = counts.same ?? sames.length;
  const listsAll = sames.length >= unchangedResources;
  return {
    ...defined({ stack }),
    isFailed: errors.length > 0,
    errors,
    models,
    ...(listsAll ? { unchangedModels: sames.filter(({ urn }) => isJob(urn) && !changes.has(modelKey(urn))).length } : {}),
    unchangedResources,
    instanceHours: {
      instanceHours: uses.reduce((sum, { instanceHours }) => sum + instanceHours, 0),
      isBounded: uses.every(({ isBounded }) => isBounded),
      isKnown: uses.every(({ isKnown }) => isKnown),
    },
    warnings: [...idleUpdates(steps, changes, warnings), ...warnings],
    infos,
    others: othersOf(steps),
    breaches: [],
  };
}

/** By model; where a job stays as it is, its waiter alone may have something to do. */
function changesOf(steps: readonly Step[]): Map<string, PlannedChange> {
  const changes = new Map<string, PlannedChange>();
  for (const step of steps.filter(({ urn }) => isJob(urn))) {
    const change = changeOf(step);
    const key = modelKey(step.urn);
    if (change !== undefined && !(changes.has(key) && step.op === "delete")) changes.set(key, change);
  }
  for (const { urn, op, old, new: wanted } of steps.filter(({ urn }) => isWaiter(urn))) {
    // With `wait: false` an update is one look, and nothing to decide on.
    if (op !== "update" || changes.has(modelKey(urn)) || wanted?.inputs.wait === false) continue;
    const { status } = valuesOf(old?.outputs);
    const reason = { path: "status", before: String(status ?? "[not yet known]"), after: "ACTIVE" };
    changes.set(modelKey(urn), { name: nameOf(urn), kind: "wait", reasons: [reason], standsOn: [], alsoTrains: [] });
  }
  return changes;
}

const order: readonly PlannedChange["kind"][] = ["train-again", "train", "delete", "take-over", "update", "wait", "forget"];

/** What trains and what takes others along first; the order of independent steps is chance. */
function byWeight(a: PlannedChange, b: PlannedChange): number {
  const byKind = order.indexOf(a.kind) - order.indexOf(b.kind);
  return byKind || b.alsoTrains.length - a.alsoTrains.length || (a.name < b.name ? -1 : 1);
}

/** The logical operations: a replacement's own parts are one. */
function othersOf(steps: readonly Step[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { op, urn } of steps) {
    const isPart = op === "same" || op === "create-replacement" || op === "delete-replaced";
    if (isPart || op === "" || isOurs(urn) || typeOf(urn) === "pulumi:pulumi:Stack") continue;
    counts[op] = (counts[op] ?? 0) + 1;
  }
  return counts;
}
