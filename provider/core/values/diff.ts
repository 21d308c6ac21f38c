import { filledPaths } from "./filled";
import { type InputShape, inputsOfWork } from "./input-shape";
import { aligned, type Leaves, leavesOf } from "./leaves";
import { covers, elementOf } from "./paths";
import { pick } from "./pick";
import { isUnknown } from "./unknown";

/** What an update would do to a resource. */
export interface InputDiff {
  /** The API's paths that are changed in place, e.g. `tags.team`. */
  updates: string[];
  /** The API's paths that mean a new one, e.g. `hyperparameters.epochs`. */
  replaces: string[];
}

/** What is known of the new inputs beside their values. */
export interface DiffOptions {
  /** Paths of inputs that are unknown because the resource they come from is created or replaced. */
  unknowns?: readonly string[];
  /** Paths that the program wants to replace for, or `*`. */
  replaceOnChanges?: readonly string[];
}

/** Compares the recorded outputs with new inputs. Offline. */
export function diffInputs(olds: object, news: object, shape: InputShape, options: DiffOptions = {}): InputDiff {
  const { unknowns = [], replaceOnChanges = [] } = options;
  const immutable = [...shape.apiInputs.filter((key) => key !== "tags" && !shape.updatedInPlace.includes(key)), "region"];
  const differs = (keys: readonly string[], unknown: readonly string[]) => changedPaths(olds, news, keys, shape, unknown);
  const tags = differs(["tags"], areTagsOfUnchanged(olds, news, shape) ? unknowns : ["tags"]);
  const isAsked = (path: string) => replaceOnChanges.some((wish) => wish === "*" || covers([wish], path));
  return {
    updates: [
      ...tags.filter((path) => !isAsked(path)),
      ...differs(shape.updatedInPlace, [...unknowns, ...unknownAmong(news, shape.updatedInPlace)]),
    ],
    replaces: [...differs(immutable, unknowns), ...tags.filter(isAsked)],
  };
}

/** The paths that an update changes in place. */
export function updatedPaths(olds: object, news: object, shape: InputShape): string[] {
  const keys = ["tags", ...shape.updatedInPlace];
  return keys.flatMap((key) => changedPaths(olds, news, [key], shape, key === "tags" ? [key] : unknownAmong(news, [key])));
}

/** The keys of which nothing is known. What is unknown beside something known may be an output that an unchanged resource does not have. */
function unknownAmong(news: object, keys: readonly string[]): string[] {
  return keys.filter((key) => [...leavesOf(pick(news, [key])).values()].every(({ value }) => isUnknown(value)));
}

/** Whether two sets of inputs ask for the same work, whatever its name, its region's spelling and its tags. */
export function isSameWork(a: object, b: object, shape: InputShape): boolean {
  return changedPaths(a, b, inputsOfWork(shape), shape, []).length === 0;
}

/** In a preview an output that an unchanged resource does not have is unknown: tags that are so, and were none before, stay none. */
function areTagsOfUnchanged(olds: object, news: object, shape: InputShape): boolean {
  return "tags" in news && isUnknown(news.tags) && leavesAt(olds, ["tags"], shape).size === 0;
}

function leavesAt(values: object, keys: readonly string[], shape: InputShape): Leaves {
  return leavesOf(shape.normalise(pick(values, keys)), shape.defaultValues, filledPaths(values));
}

function changedPaths(
  olds: object,
  news: object,
  keys: readonly string[],
  shape: InputShape,
  unknowns: readonly string[],
): string[] {
  const wanted = leavesAt(news, keys, shape);
  const recorded = aligned(leavesAt(olds, keys, shape), wanted, shape.namedLists);
  const unknownPaths = [...wanted].filter(([, { value }]) => isUnknown(value)).map(([path]) => path);
  const changed = [...new Set([...wanted.keys(), ...recorded.keys()])].filter((path) => {
    const [before, after] = [recorded.get(path), wanted.get(path)];
    // An unknown value counts as new only where what it comes from is made anew; else it will be the recorded one.
    if (after !== undefined && isUnknown(after.value)) return covers(unknowns, path);
    if (covers(unknownPaths, path)) return false;
    if (after === undefined) return before !== undefined && !before.isFilled && !shape.mayBeLeftOut.includes(path);
    return before === undefined || String(before.value) !== String(after.value);
  });
  return withoutParts(changed, recorded, wanted);
}

/** An element of a list that came or went is one reason, not one for each of its members. */
function withoutParts(paths: string[], recorded: Leaves, wanted: Leaves): string[] {
  const has = (leaves: Leaves, element: string) => [...leaves.keys()].some((path) => path.startsWith(element));
  const reasons = paths.map((path) => {
    const element = elementOf(path);
    return element !== undefined && has(recorded, element) !== has(wanted, element) ? element : path;
  });
  return [...new Set(reasons)];
}
