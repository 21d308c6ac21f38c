/** Comments as rows of a table. */
import { describeType } from "./types.mjs";

/**
 * A comment in parts: its meaning, and the sentences that begin with `Limits:`, `Default:` and one of `Replaces`, `Never replaces`, `Updated in
 * place`. A sentence of those runs until the next of them.
 *
 * @param {string} comment
 */
export function partsOf(comment) {
  const [meaning = "", ...sentences] = comment.split(
    /(?<=\.) (?=Limits: |Default: |Replaces\b|Never replaces\b|Updated in place\b)/,
  );
  const after = (label) => plain(sentences.find((sentence) => sentence.startsWith(label))?.slice(label.length) ?? "");
  const replaces = sentences.find((sentence) => /^(Replaces|Never replaces|Updated in place)\b/.test(sentence)) ?? "";
  return { meaning, limits: after("Limits: "), default: after("Default: "), replaces: replacesText(replaces) };
}

/** `Replaces.` is "yes", `Never replaces.` "no"; what follows stays. */
function replacesText(sentence) {
  return plain(
    sentence
      .replace(/^Replaces\b/, "yes")
      .replace(/^Never replaces\b/, "no")
      .replace(/^Updated in place\b/, "no: updated in place")
      .replace(/^yes when\b/, "yes, when"),
  );
}

const plain = (sentence) => sentence.replace(/\.$/, "");

/**
 * One row for each input, those within objects below it.
 *
 * @param {Map<string, import("./members.mjs").Interface>} interfaces
 * @param {string} root
 * @param {{ short?: boolean }} options `short`: without limits and what replaces
 */
export function inputRows(interfaces, root, { short = false } = {}) {
  const { inherited, own } = interfaces.get(root);
  return rowsOf(interfaces, [...inherited, ...own], (name, member, type, { replaces }) => {
    const parts = partsOf(member.comment);
    if (parts.meaning === "") throw new Error(`${root}.${name} has no comment that says what it means`);
    const fallback = parts.default || (member.optional ? "none" : "required");
    if (short) return [name, type, parts.meaning, fallback];
    return [name, type, parts.meaning, parts.limits, fallback, parts.replaces || replaces];
  });
}

/**
 * One row for each output, and for each member of an object that has a comment of its own: the others are inputs.
 *
 * @param {Map<string, import("./members.mjs").Interface>} interfaces
 * @param {string} root
 */
export function outputRows(interfaces, root) {
  const { inherited, own } = interfaces.get(root);
  return rowsOf(interfaces, [...own, ...inherited], (name, { comment }, type, above) => {
    if (comment === "" && above.path === "") throw new Error(`${root}.${name} has no comment that says what it means`);
    return comment === "" ? undefined : [name, type, comment];
  });
}

/** What is above a member: where its path begins, and what the object that it is in says of replacing. */
const TOP = { path: "", replaces: "" };

function rowsOf(interfaces, members, rowOf, above = TOP) {
  return members.flatMap((member) => {
    const { text, prefix, members: below } = describeType(member.type, interfaces);
    const name = `${above.path}${member.name}`;
    const row = rowOf(`\`${name}\``, member, text, above);
    const here = { path: `${name}${prefix}`, replaces: partsOf(member.comment).replaces || above.replaces };
    return [...(row === undefined ? [] : [row]), ...rowsOf(interfaces, below, rowOf, here)];
  });
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function tableOf(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`.replaceAll(/\| {2}(?=\|)/g, "| ");
  return [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
