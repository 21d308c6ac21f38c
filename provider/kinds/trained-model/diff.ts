import { aligned, elementOf, type Leaves, leavesOf } from "../../core/values/leaves";
import { isRecord, isUnknown } from "../../core/values/unknown";
import { joinPath } from "../../service/violations";
import { apiInputs, contextOf, covers, jobInputs } from "./inputs";
import { normalise } from "./normalise";

/** What an update would do to a job: whether anything differs, and what of it means a new training. */
export interface JobDiff {
  changes: boolean;
  /** The API's paths, e.g. `hyperparameters.epochs`. */
  replaces: string[];
}

/**
 * Compares the recorded outputs of a job with new inputs. Offline. `moving` are the paths of inputs that are unknown
 * because the resource they come from is created or replaced.
 */
export function diffJob(olds: object, news: object, moving: readonly string[] = []): JobDiff {
  const { timeouts, replaceOnChanges } = contextOf(news);
  const replaces = changedPaths(immutable(olds), immutable(news), moving);
  const tags = changedPaths(some(olds, ["tags"]), some(news, ["tags"]), areTagsOfUnchanged(olds, news) ? moving : ["tags"]);
  const inPlace = changedPaths(some(olds, updatedInPlace), some(news, updatedInPlace), updatedInPlace);
  const hasNewDeleteTimeout = contextOf(olds).timeouts.delete !== timeouts.delete;
  const asked = tags.filter((path) => replaceOnChanges.some((wish) => wish === "*" || covers([wish], path)));
  return {
    changes: replaces.length + tags.length + inPlace.length > 0 || hasNewDeleteTimeout,
    replaces: [...replaces, ...asked],
  };
}

/** In a preview an output that an unchanged resource does not have is unknown: tags that are so, and were none before, stay none. */
function areTagsOfUnchanged(olds: object, news: object): boolean {
  return "tags" in news && isUnknown(news.tags) && some(olds, ["tags"]).size === 0;
}

/** The paths that an update changes without a new training. */
export function updatedPaths(olds: object, news: object): string[] {
  return ["tags", ...updatedInPlace].flatMap((key) => changedPaths(some(olds, [key]), some(news, [key]), [key]));
}

/** What the service is not told, so that nothing has to be trained for it. */
const updatedInPlace = ["adopt", "maxInstanceHours"];

/** What the program gave, out of what was recorded: without what the service filled in. */
export function recordedInputs(outputs: object): Record<string, unknown> {
  const filled = filledPaths(outputs);
  const prune = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => prune(item, `${path}[${index}]`));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !filled.includes(joinPath(path, key)))
        .map(([key, item]) => [key, prune(item, joinPath(path, key))]),
    );
  };
  return prune(pick(outputs, jobInputs), "") as Record<string, unknown>;
}

/** Whether two sets of inputs ask for the same training, whatever its name, its region's spelling and its tags. */
export function isSameTraining(a: object, b: object): boolean {
  return changedPaths(some(a, trainingInputs), some(b, trainingInputs), []).length === 0;
}

/** A text that is equal for equal trainings, whatever the order of keys and channels: what the mark is a hash of. */
export function canonicalText(inputs: object): string {
  const nameOf = (channel: unknown) => (isRecord(channel) ? String(channel.channelName) : "");
  const byName = (channels: unknown) =>
    Array.isArray(channels) ? [...channels].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : channels;
  const { dataChannels, ...rest } = pick(inputs, trainingInputs);
  const leaves = [...leavesOf(normalise({ ...rest, dataChannels: byName(dataChannels) }))].map(([path, { value }]) => [
    path,
    String(value),
  ]);
  return JSON.stringify(leaves.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

const trainingInputs = apiInputs.filter((key) => key !== "tags" && key !== "name");

function immutable(bag: object): Leaves {
  return some(bag, [...apiInputs.filter((key) => key !== "tags"), "region"]);
}

function some(bag: object, keys: readonly string[]): Leaves {
  return leavesOf(normalise(pick(bag, keys)), filledPaths(bag));
}

function changedPaths(olds: Leaves, wanted: Leaves, moving: readonly string[]): string[] {
  const recorded = aligned(olds, wanted);
  const unknownPaths = [...wanted].filter(([, { value }]) => isUnknown(value)).map(([path]) => path);
  const changed = [...new Set([...wanted.keys(), ...recorded.keys()])].filter((path) => {
    const [before, after] = [recorded.get(path), wanted.get(path)];
    // An unknown value counts as new only where what it comes from is made anew; else it will be the recorded one.
    if (after !== undefined && isUnknown(after.value)) return covers(moving, path);
    if (covers(unknownPaths, path)) return false;
    if (after === undefined) return before !== undefined && !before.isFilled && !mayBeLeftOut.includes(path);
    return before === undefined || String(before.value) !== String(after.value);
  });
  return withoutParts(changed, recorded, wanted);
}

/** Inputs that a program may stop to give without asking for anything else. */
const mayBeLeftOut = ["name", "region"];

/** A channel that came or went is one reason, not one for each of its members. */
function withoutParts(paths: string[], recorded: Leaves, wanted: Leaves): string[] {
  const has = (leaves: Leaves, element: string) => [...leaves.keys()].some((path) => path.startsWith(element));
  const reasons = paths.map((path) => {
    const element = elementOf(path);
    return element !== undefined && has(recorded, element) !== has(wanted, element) ? element : path;
  });
  return [...new Set(reasons)];
}

function pick(bag: object, keys: readonly string[]): Record<string, unknown> {
  const values = bag as Record<string, unknown>;
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}

function filledPaths(outputs: object): string[] {
  const filled = "__filled" in outputs ? outputs.__filled : [];
  return Array.isArray(filled) ? filled.filter((item) => typeof item === "string") : [];
}
