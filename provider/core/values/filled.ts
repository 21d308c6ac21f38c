import { isRecord } from "../../utils/guards";
import { hiddenKeys } from "../run/hidden-keys";
import { joinPath } from "./paths";
import { pick, type Values } from "./pick";

/** `given`, with what only `found` has, and as a hidden output the paths of that. */
export function filledIn(given: Values, found: Values, namedLists: Readonly<Record<string, string>>): Values {
  const filled: string[] = [];
  const fill = (own: unknown, other: unknown, path: string): unknown => {
    const member = namedLists[path];
    if (Array.isArray(own) && Array.isArray(other)) {
      const namesake = (element: unknown) =>
        other.find(
          (one: unknown) => member !== undefined && isRecord(one) && isRecord(element) && one[member] === element[member],
        );
      return own.map((element: unknown, index) => fill(element, namesake(element), `${path}[${index}]`));
    }
    if (!isRecord(own) || !isRecord(other)) return own;
    const merged = { ...own };
    for (const [key, value] of Object.entries(other)) {
      if (value === undefined || value === null) continue;
      const at = joinPath(path, key);
      if (merged[key] === undefined) filled.push(at);
      merged[key] = merged[key] === undefined ? value : fill(merged[key], value, at);
    }
    return merged;
  };
  const merged = fill(given, found, "");
  return { ...(isRecord(merged) ? merged : given), [hiddenKeys.filled]: filled };
}

/** The paths that the service filled in, as they are recorded. */
export function filledPaths(outputs: object): string[] {
  const { [hiddenKeys.filled]: filled }: Values = { ...outputs };
  return Array.isArray(filled) ? filled.filter((item) => typeof item === "string") : [];
}

/** What the program gave, out of what was recorded: without what the service filled in. */
export function recordedInputs(outputs: object, inputs: readonly string[]): Values {
  const filled = filledPaths(outputs);
  const prune = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => prune(item, `${path}[${index}]`));
    return isRecord(value) ? pruned(value, path) : value;
  };
  const pruned = (values: Values, path: string): Values =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([key]) => !filled.includes(joinPath(path, key)))
        .map(([key, item]) => [key, prune(item, joinPath(path, key))]),
    );
  return pruned(pick(outputs, inputs), "");
}
