import { covers } from "../../kinds/trained-model/inputs";
import { joinPath } from "../../service/violations";
import { isRecord } from "./unknown";

/** One value of the inputs that holds no others. */
export interface Leaf {
  value: unknown;
  /** The service chose it; the program said nothing. */
  isFilled: boolean;
}

/** Leaves by property path. */
export type Leaves = Map<string, Leaf>;

/** Values that mean the same as leaving the input out. */
const spelledOutDefaults: readonly [path: RegExp, value: string][] = [
  [/^resourceConfig\.instanceCount$/, "1"],
  [/^trainingInputMode$/, "File"],
  [/^dataChannels\[\d+\]\.s3DataDistributionType$/, "FullyReplicated"],
  [/^description$/, ""],
];

/** The leaves of some inputs; a default spelled out is none. */
export function leavesOf(inputs: Record<string, unknown>, filled: readonly string[] = []): Leaves {
  const leaves: Leaves = new Map();
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

function isDefault(path: string, value: unknown): boolean {
  return spelledOutDefaults.some(([pattern, text]) => pattern.test(path) && value === (text === "1" ? 1 : text));
}

/** The text of the value that leaving an input out means, where it means one. */
export function defaultAt(path: string): string | undefined {
  return spelledOutDefaults.find(([pattern, text]) => text !== "" && pattern.test(path))?.[1];
}

const channelLists = ["dataChannels", "incrementalTrainingDataChannels"];

/**
 * The recorded leaves under the indexes that their channels have in the wanted inputs: a channel is a folder by
 * name, so its place in the list means nothing. What has no namesake pairs with what is left over, in order.
 */
export function aligned(recorded: Leaves, wanted: Leaves): Leaves {
  const moves = new Map<string, string>();
  for (const list of channelLists) {
    const olds = channelNames(recorded, list);
    const news = channelNames(wanted, list);
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
  return new Map([...recorded].map(([path, leaf]) => [renamed(path, moves), leaf]));
}

function channelNames(leaves: Leaves, list: string): unknown[] {
  const names: unknown[] = [];
  for (const [path, { value }] of leaves) {
    const index = elementOf(path)?.slice(list.length + 1, -1);
    if (!path.startsWith(`${list}[`) || index === undefined) continue;
    names[Number(index)] = path.endsWith(".channelName") ? value : names[Number(index)];
  }
  return Array.from(names);
}

function renamed(path: string, moves: ReadonlyMap<string, string>): string {
  const element = elementOf(path);
  const target = element === undefined ? undefined : moves.get(element);
  return element === undefined || target === undefined ? path : target + path.slice(element.length);
}

/** The list element that a path lies in: `dataChannels[2]` of `dataChannels[2].channelName`. */
export function elementOf(path: string): string | undefined {
  return /^[A-Za-z]+\[\d+\]/.exec(path)?.[0];
}
