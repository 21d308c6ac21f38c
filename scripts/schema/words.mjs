/** The comments of the TypeScript classes in words that hold for each language, and for the plugin. */
import { partsOf } from "../reference/tables.mjs";

/**
 * What is true of the dynamic host or of TypeScript alone, and what the schema says instead.
 *
 * @type {[from: string, to: string][]}
 */
const INSTEAD = [
  ["; `pulumi import` needs the provider plugin", "; `pulumi import` does it too"],
  ["`aws:defaultTags`", "`cleanroomsml:defaultTags`"],
  ["`cleanroomsml:region`, `aws:region`", "`cleanroomsml:region`"],
  ["Spread the `ref` of a model into it.", "The output `ref` of a model has its ARN and its version."],
  ["Spread it into `incrementalTrainingDataChannels`, or export it for another stack.", "Export it for another stack."],
];

const said = new Set();

/**
 * A text without what holds for TypeScript alone.
 *
 * @param {string} text
 */
export function inEveryLanguage(text) {
  return INSTEAD.reduce((before, [from, to]) => {
    if (!before.includes(from)) return before;
    said.add(from);
    return before.replace(from, to);
  }, text);
}

/** A comment that was worded anew would slip through. */
export function requireAllSaid() {
  const missing = INSTEAD.map(([from]) => from).filter((from) => !said.has(from));
  if (missing.length > 0) throw new Error(`no comment says any more: ${missing.join(" | ")}; see scripts/schema/words.mjs`);
}

/**
 * @param {string} name of the member
 * @param {string | undefined} comment
 * @param {string} [thing] that a change replaces
 */
export function asDescription(name, comment, thing = "the model") {
  if (!comment) throw new Error(`${name} has no comment that says what it means`);
  const { meaning, limits, default: fallback, replaces } = partsOf(inEveryLanguage(comment));
  const sentences = [
    meaning,
    limits && `Limits: ${limits}.`,
    fallback && `Default: ${fallback}.`,
    replacesSentence(replaces, thing),
  ];
  return sentences.filter(Boolean).join(" ");
}

function replacesSentence(replaces, thing) {
  if (replaces === "") return "";
  if (replaces === "no") return `A change never replaces ${thing}.`;
  if (replaces.startsWith("no: ")) return `${replaces.slice("no: ".length).replace(/^./, (first) => first.toUpperCase())}.`;
  const rest = replaces.slice("yes".length).replace(/^, when/, " when");
  return `A change replaces${rest.startsWith(" the ") ? "" : ` ${thing}`}${rest}.`;
}
