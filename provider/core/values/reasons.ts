import { defaultAt, type InputShape } from "./input-shape";
import { aligned, type Leaves, leavesOf } from "./leaves";
import { covers, touches } from "./paths";
import { isUnknown } from "./unknown";

/** One difference between what is recorded and what is wanted, in words that show no secret. */
export interface Reason {
  /** The API's path, e.g. `hyperparameters.epochs`. */
  path: string;
  /** What it was; `[not set]` where there was nothing. */
  before: string;
  after: string;
}

/** Stands for a secret. */
export const SECRET = "[secret]";
const NOTHING = "[not set]";
const LATER = "[not yet known]";

/** Each of the paths with its old and its new value. `secrets` are the secret paths of both. */
export function reasonsOf(
  olds: object,
  news: object,
  paths: readonly string[],
  shape: InputShape,
  secrets: readonly string[],
): Reason[] {
  const wanted = leavesOf(shape.normalise({ ...news }), shape.defaultValues);
  const recorded = aligned(leavesOf(shape.normalise({ ...olds }), shape.defaultValues), wanted, shape.namedLists);
  return paths.map((path) => {
    const before = textAt(recorded, path, shape);
    const after = textAt(wanted, path, shape);
    if (touches(secrets, path)) return { path, before: masked(before), after: masked(after) };
    const [shortBefore, shortAfter] = withoutCommonStart(before, after);
    return { path, before: shortBefore, after: shortAfter };
  });
}

/** `hyperparameters.epochs 10 → 20`. */
export function textOfReason({ path, before, after }: Reason): string {
  return `${path} ${before} → ${after}`;
}

function textAt(found: Leaves, path: string, shape: InputShape): string {
  const exact = found.get(path);
  if (exact !== undefined) return shown(exact.value);
  const above = [...found].find(([place, { value }]) => isUnknown(value) && covers([place], path));
  if (above !== undefined) return LATER;
  const member = shape.namedLists[path.replace(/\[\d+\]$/, "")];
  const name = member === undefined ? undefined : found.get(`${path}.${member}`);
  if (name !== undefined) return shown(name.value);
  return [...found.keys()].some((place) => covers([path], place)) ? "[set]" : (defaultAt(path, shape) ?? NOTHING);
}

function shown(value: unknown): string {
  if (isUnknown(value)) return LATER;
  const text = String(value).replaceAll(/\s+/g, " ");
  return text === "" ? '""' : text;
}

function masked(text: string): string {
  return text === NOTHING || text === LATER ? text : SECRET;
}

/** Characters of a value that are shown. */
const MOST_CHARACTERS = 60;

/** Two ARNs differ at their end: what they share before it is left out. Texts that are long all the same are cut. */
function withoutCommonStart(before: string, after: string): [string, string] {
  const texts = [before, after].filter((text) => text !== NOTHING && text !== LATER);
  if (texts.every((text) => text.length <= MOST_CHARACTERS)) return [before, after];
  const [a = "", b = a] = texts;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  const cut = Math.max(a.lastIndexOf("/", same - 1), a.lastIndexOf(":", same - 1));
  const end = texts.length === 1 ? a.lastIndexOf("/") : cut;
  const short = (text: string) => {
    if (text === NOTHING || text === LATER) return text;
    const rest = end > 0 && text.length > MOST_CHARACTERS ? `…${text.slice(end)}` : text;
    return rest.length <= MOST_CHARACTERS ? rest : `${rest.slice(0, MOST_CHARACTERS - 1)}…`;
  };
  return [short(before), short(after)];
}
