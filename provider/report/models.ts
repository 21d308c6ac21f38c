import { reasonsOf, SECRET } from "../core/values/reasons";
import { fromWire } from "../host/bag";
import { useOf } from "../kinds/trained-model/check/use";
import { updatedPaths } from "../kinds/trained-model/diff";
import { normalise } from "../kinds/trained-model/normalise";
import { isRecord } from "../service/guards";
import type { State, Step } from "./preview";
import type { ModelChange } from "./report";
import { nameOf } from "./urns";

/** What a step of a TrainingJob does to its model; undefined where it does nothing to it. */
export function changeOf(step: Step): ModelChange | undefined {
  const change = { name: nameOf(step.urn), reasons: [], standsOn: [], alsoTrains: [] };
  const news = valuesOf(step.new?.inputs);
  const olds = valuesOf(step.old?.outputs);
  switch (step.op) {
    case "create":
      return isAdopted(news) ? { ...change, kind: "take-over" } : { ...change, kind: "train", ...useAndLimitOf(news) };
    case "replace":
    case "create-replacement": {
      const reasons = reasonsOf(olds, news, step.replaceReasons);
      if (isAdopted(news)) return { ...change, kind: "take-over", reasons };
      return { ...change, kind: "train-again", reasons, ...useAndLimitOf(news), ...lossOf(step.old, olds) };
    }
    case "update":
      return { ...change, kind: "update", reasons: reasonsOf(olds, news, updatedPaths(olds, news)) };
    case "delete": {
      const loss = lossOf(step.old, olds);
      return "loses" in loss ? { ...change, kind: "delete", ...loss } : { ...change, kind: "forget" };
    }
    default:
      return undefined;
  }
}

/** A bag of a preview as the rules see it: unknowns as such, secrets as their mask. */
export function valuesOf(bag: Record<string, unknown> | undefined): Record<string, unknown> {
  return normalise(maskedMembers(fromWire(bag ?? {})));
}

/** The mark of a secret in Pulumi's JSON, where it is not masked already. */
const ENVELOPE = "4dabf18193072939515e22adb298388d";

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (!isRecord(value)) return value;
  return ENVELOPE in value ? SECRET : maskedMembers(value);
}

function maskedMembers(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, item]) => [key, masked(item)]));
}

function useAndLimitOf(news: Record<string, unknown>): Pick<ModelChange, "use" | "ownLimit"> {
  const own = news.maxInstanceHours;
  return { use: useOf(news), ...(typeof own === "number" ? { ownLimit: own } : {}) };
}

function isAdopted({ adopt }: Record<string, unknown>): boolean {
  return adopt !== undefined;
}

/** The output that goes: not that of an adopted model, nor of one that the program keeps. */
function lossOf(state: State | undefined, olds: Record<string, unknown>): Pick<ModelChange, "loses"> {
  if (state === undefined || state.retainOnDelete || isAdopted(olds)) return {};
  const version = typeof olds.versionIdentifier === "string" ? `#${olds.versionIdentifier}` : "";
  const id = typeof olds.trainedModelArn === "string" ? `${olds.trainedModelArn}${version}` : "";
  return { loses: { id, ...(typeof olds.createTime === "string" ? { trainedAt: olds.createTime } : {}) } };
}
