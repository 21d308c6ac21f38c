import { isRecord } from "../../utils/guards";
import type { InputShape } from "./input-shape";
import { covers, elementOf, joinPath } from "./paths";
import type { Values } from "./pick";

/** One value of the inputs that holds no others. */
export interface Leaf {
  value: unknown;
  /** The service chose it; the program said nothing. */
  isFilled: boolean;
}

/** Leaves by property path. */
export type Leaves = Map<string, Leaf>;

/** The leaves of some inputs; a default spelled out is none. */
export function leavesOf(
  inputs: Values,
  defaultValues: InputShape["defaultValues"] = [],
  filled: readonly string[] = [],
): Leaves {
  const leaves: Leaves = new Map();
  const isDefault = (path: string, value: unknown) =>
    defaultValues.some(([pattern, same]) => value === same && pattern.test(path));
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, joinPath(path, key));
    } else if (value !== undefined && !isDefault(path, value)) {
      leaves.set(path, { value, isFilled: covers(filled, path) });
    }
  };
  for (const [key, value] of Object.entries(inputs)) visit(value, key);
  return leaves;
}

/**
 * The recorded leaves under the indexes that their elements have in the wanted inputs: in a list whose elements have
 * names, a place means nothing. What has no namesake pairs with what is left over, in order.
 */
export function aligned(recorded: Leaves, wanted: Leaves, namedLists: InputShape["namedLists"]): Leaves {
  const moves = new Map<string, string>();
  for (const [list, member] of Object.entries(namedLists)) {
    const olds = elementNames(recorded, list, member);
    const news = elementNames(wanted, list, member);
    const taken = new Set<number>();
    const place = (from: number, to: number) => {
      taken.add(to);
      moves.set(`${list}[${from}]`, `${list}[${to}]`);
    };
    for (const [from, name] of olds.entries()) {
      const to = news.indexOf(name);
      if (name !== undefined && to >= 0 && !taken.has(to)) place(from, to);
    }
    for (const [from] of olds.entries()) {
      if (moves.has(`${list}[${from}]`)) continue;
      let to = 0;
      while (taken.has(to)) to++;
      place(from, to);
    }
  }
  return new Map([...recorded].map(([path, leaf]) => [moved(path, moves), leaf]));
}

function elementNames(leaves: Leaves, list: string, member: string): unknown[] {
  const names: unknown[] = [];
  for (const [path, { value }] of leaves) {
    const index = elementOf(path)?.slice(list.length + 1, -1);
    if (!path.startsWith(`${list}[`) || index === undefined) continue;
    names[Number(index)] = path.endsWith(`.${member}`) ? value : names[Number(index)];
  }
  return Array.from(names);
}

function moved(path: string, moves: ReadonlyMap<string, string>): string {
  const element = elementOf(path);
  const target = element === undefined ? undefined : moves.get(element);
  return element === undefined || target === undefined ? path : target + path.slice(element.length);
}
