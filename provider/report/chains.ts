import { isRecord } from "../utils/guards";
import { valuesOf } from "./models";
import type { Step } from "./preview";
import type { PlannedChange } from "./report";
import { isJob, isWaiter, modelKey, nameOf } from "./urns";

const CHANNELS = "incrementalTrainingDataChannels";

/** The changes with what each stands on, and with what else trains when it does. */
export function withChains(changes: ReadonlyMap<string, PlannedChange>, steps: readonly Step[]): PlannedChange[] {
  const jobs = steps.filter(({ urn }) => isJob(urn));
  const ids = new Map(jobs.flatMap(({ urn, old }) => [...idsOf(old?.outputs)].map((id) => [id, modelKey(urn)])));
  const sources = new Map(jobs.map((step) => [modelKey(step.urn), sourcesOf(step, ids)]));
  const nameOfKey = (key: string) => (key.startsWith("urn:") ? nameOf(key) : key);
  const trains = (key: string) => /^train/.test(changes.get(key)?.kind ?? "");
  const above = (key: string, seen = new Set<string>()): Set<string> => {
    for (const [other, standsOn] of sources) {
      if (!standsOn.includes(key) || seen.has(other) || !trains(other)) continue;
      above(other, seen.add(other));
    }
    return seen;
  };
  return [...changes].map(([key, change]) => ({
    ...change,
    standsOn: (sources.get(key) ?? []).map(nameOfKey),
    alsoTrains: change.kind === "train-again" ? [...above(key)].filter((other) => other !== key).map(nameOfKey) : [],
  }));
}

/** The models below: by the resources that the channels are made of, else by their ARN, which may be of another stack. */
function sourcesOf({ old, new: wanted }: Step, ids: ReadonlyMap<string, string>): string[] {
  const state = wanted ?? old;
  const dependencies: unknown = state?.propertyDependencies[CHANNELS];
  const urns = Array.isArray(dependencies) ? dependencies.filter((urn) => typeof urn === "string") : [];
  const models = urns.filter((urn) => isJob(urn) || isWaiter(urn)).map(modelKey);
  if (models.length > 0) return [...new Set(models)];
  const channels: unknown = valuesOf(state?.inputs)[CHANNELS];
  return (Array.isArray(channels) ? channels : []).flatMap((channel: unknown) => {
    const [id] = idsOf(channel);
    return id === undefined ? [] : [ids.get(id) ?? id];
  });
}

function* idsOf(value: unknown): Generator<string> {
  if (!isRecord(value) || typeof value.trainedModelArn !== "string") return;
  const version = value.versionIdentifier;
  yield typeof version === "string" ? `${value.trainedModelArn}#${version}` : value.trainedModelArn;
}
