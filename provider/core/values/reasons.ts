import { contextOf, covers, touches } from "../../kinds/trained-model/inputs";
import { normalise } from "../../kinds/trained-model/normalise";
import { aligned, defaultAt, type Leaves, leavesOf } from "./leaves";
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

/** Each of the paths with its old and its new value. */
export function reasonsOf(olds: object, news: object, paths: readonly string[]): Reason[] {
  const secrets = [...contextOf(olds).secrets, ...contextOf(news).secrets];
  const wanted = leaves(news);
  const recorded = aligned(leaves(olds), wanted);
  return paths.map((path) => {
    const before = textAt(recorded, path);
    const after = textAt(wanted, path);
    if (touches(secrets, path)) return { path, before: masked(before), after: masked(after) };
    const [shortBefore, shortAfter] = withoutCommonStart(before, after);
    return { path, before: shortBefore, after: shortAfter };
  });
}

/** `hyperparameters.epochs 10 → 20`. */
export function textOfReason({ path, before, after }: Reason): string {
  return `${path} ${before} → ${after}`;
}

function leaves(bag: object): Leaves {
  return leavesOf(normalise({ ...bag }));
}

function textAt(found: Leaves, path: string): string {
  const exact = found.get(path);
  if (exact !== undefined) return shown(exact.value);
  const above = [...found].find(([place, { value }]) => isUnknown(value) && covers([place], path));
  if (above !== undefined) return LATER;
  const name = found.get(`${path}.channelName`);
  if (name !== undefined) return shown(name.value);
  return [...found.keys()].some((place) => covers([path], place)) ? "[set]" : (defaultAt(path) ?? NOTHING);
}

function shown(value: unknown): string {
  if (isUnknown(value)) return LATER;
  const text = String(value).replaceAll(/\s+/g, " ");
  return text === "" ? '""' : text;
}

function masked(text: string): string {
  return text === NOTHING || text === LATER ? text : SECRET;
}

const LONGEST = 60;

/** Two ARNs differ at their end: what they share before it is left out. Texts that are long all the same are cut. */
function withoutCommonStart(before: string, after: string): [string, string] {
  const texts = [before, after].filter((text) => text !== NOTHING && text !== LATER);
  if (texts.every((text) => text.length <= LONGEST)) return [before, after];
  const [a = "", b = a] = texts;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  const cut = Math.max(a.lastIndexOf("/", same - 1), a.lastIndexOf(":", same - 1));
  const end = texts.length === 1 ? a.lastIndexOf("/") : cut;
  const short = (text: string) => {
    if (text === NOTHING || text === LATER) return text;
    const rest = end > 0 && text.length > LONGEST ? `…${text.slice(end)}` : text;
    return rest.length <= LONGEST ? rest : `${rest.slice(0, LONGEST - 1)}…`;
  };
  return [short(before), short(after)];
}
