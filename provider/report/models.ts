import { updatedPaths } from "../core/values/diff";
import type { Values } from "../core/values/pick";
import { reasonsOf, SECRET } from "../core/values/reasons";
import { requestOf, valuesOf as valuesOfBag } from "../host/request";
import { useOf } from "../kinds/trained-model/check/instance-hours";
import { trainedModelShape } from "../kinds/trained-model/shape";
import { isRecord } from "../utils/guards";
import type { State, Step } from "./preview";
import type { PlannedChange } from "./report";
import { nameOf } from "./urns";

/** What a step of a TrainingJob does to its model; undefined where it does nothing to it. */
export function changeOf(step: Step): PlannedChange | undefined {
  const change = { name: nameOf(step.urn), reasons: [], standsOn: [], alsoTrains: [] };
  const news = valuesOf(step.new?.inputs);
  const olds = valuesOf(step.old?.outputs);
  const secrets = secretsOf(step.new?.inputs);
  const reasonsFor = (paths: readonly string[]) =>
    reasonsOf(olds, news, paths, trainedModelShape, [...secretsOf(step.old?.outputs), ...secrets]);
  switch (step.op) {
    case "create":
      return isAdopted(news) ? { ...change, kind: "take-over" } : { ...change, kind: "train", ...useAndLimitOf(news, secrets) };
    case "replace":
    case "create-replacement": {
      const reasons = reasonsFor(step.replaceReasons);
      if (isAdopted(news)) return { ...change, kind: "take-over", reasons };
      return { ...change, kind: "train-again", reasons, ...useAndLimitOf(news, secrets), ...lossOf(step.old, olds) };
    }
    case "update":
      return { ...change, kind: "update", reasons: reasonsFor(updatedPaths(olds, news, trainedModelShape)) };
    case "delete": {
      const loss = lossOf(step.old, olds);
      return "loses" in loss ? { ...change, kind: "delete", ...loss } : { ...change, kind: "forget" };
    }
    default:
      return undefined;
  }
}

/** A bag of a preview as the rules see it: unknowns as such, secrets as their mask. */
export function valuesOf(bag: Values | undefined): Values {
  return trainedModelShape.normalise(masked(valuesOfBag(bag ?? {})));
}

/** The mark of a secret in Pulumi's JSON, where it is not masked already. */
const ENVELOPE = "4dabf18193072939515e22adb298388d";

function masked(values: Values): Values {
  const mask = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mask);
    if (!isRecord(value)) return value;
    return ENVELOPE in value ? SECRET : masked(value);
  };
  return Object.fromEntries(Object.entries(values).map(([key, item]) => [key, mask(item)]));
}

/** Paths that the program marked as secret. */
function secretsOf(bag: Values | undefined): readonly string[] {
  return requestOf(bag ?? {}).secrets;
}

function useAndLimitOf(news: Values, secrets: readonly string[]): Pick<PlannedChange, "use" | "ownLimit"> {
  const own = news.maxInstanceHours;
  return { use: useOf(news, secrets), ...(typeof own === "number" ? { ownLimit: own } : {}) };
}

function isAdopted({ adopt }: Values): boolean {
  return adopt !== undefined;
}

/** The output that goes: not that of an adopted model, nor of one that the program keeps. */
function lossOf(state: State | undefined, olds: Values): Pick<PlannedChange, "loses"> {
  if (state === undefined || state.retainOnDelete || isAdopted(olds)) return {};
  const version = typeof olds.versionIdentifier === "string" ? `#${olds.versionIdentifier}` : "";
  const id = typeof olds.trainedModelArn === "string" ? `${olds.trainedModelArn}${version}` : "";
  return { loses: { id, ...(typeof olds.createTime === "string" ? { trainedAt: olds.createTime } : {}) } };
}
