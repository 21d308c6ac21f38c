import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { description } from "../../package.json";
import { checkout, pages, registryPages } from "./blocks";

const documents = new Map([
  ...pages,
  ...registryPages,
  ["SECURITY.md", readFileSync(path.join(checkout, "SECURITY.md"), "utf8")] as const,
]);

/** Words that the documents have another one for, and turns that have to be read twice. */
const turns: [RegExp, string][] = [
  [/\b(base|parent) (model|version)s?\b|\bthe base\b/i, "first version, source model"],
  [/\borphan(ed|s)?\b(?!`)(?! [\dM])/i, "unrecorded"],
  [/\baside\b/i, "ignored"],
  [/\bwhose\b|\bbut for\b|\bas of every\b/i, "a sentence of its own"],
  [/\bthat (is|are) none\b/i, "a sentence that says what it is"],
  [/\basks nobody\b/i, "a sentence that says what is not called"],
  [/^(\| )?Counted\b/m, "subject first"],
];

describe("the documents' words", () => {
  it("are one for one thing, in sentences that are read once", () => {
    const found = [...documents].flatMap(([page, text]) =>
      turns.flatMap(([turn, better]) => {
        const prose = text.replace(/^```.*?^```$/gms, (block) => block.replace(/[^\n]/g, ""));
        const line = prose.split("\n").findIndex((one) => turn.test(one.replace(/`[^`]*orphans[^`]*`/g, "")));
        return line < 0 ? [] : [`${page}:${line + 1}: ${better}`];
      }),
    );
    assert.deepEqual(found, []);
  });

  it("promise that nothing is paid twice with the exceptions alone", () => {
    const promise = /\b(pay|pays|paid)\b[^.|]*\btwice\b/;
    const said = [...documents, ["package.json", description] as const].flatMap(([page, text]) =>
      text
        .split(/(?<=[.|:])\s+/)
        .filter((sentence) => promise.test(sentence))
        .map((sentence) => ({ page, sentence })),
    );
    const without = said.filter(({ sentence }) => !/except in the|^In these cases|^No training was/.test(sentence));
    assert.deepEqual(without, []);
    assert.ok(said.length >= 3);
  });
});
