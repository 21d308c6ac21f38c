import assert from "node:assert/strict";
import { forMembers } from "../../provider/report/members";
import type { PlannedChange, Report } from "../../provider/report/report";
import { lines } from "./previews";

const change = (name: string, more: Partial<PlannedChange> = {}): PlannedChange => ({
  name,
  kind: "update",
  reasons: [],
  standsOn: [],
  alsoTrains: [],
  ...more,
});
const report = (more: Partial<Report>): Report => ({
  isFailed: false,
  errors: [],
  models: [],
  unchangedResources: 0,
  instanceHours: { instanceHours: 0, isBounded: true, isKnown: true },
  warnings: [],
  infos: [],
  others: {},
  breaches: [],
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);

describe("a report as Markdown", () => {
  it("has at most 40 rows, and says how many more there are", () => {
    const rows = (count: number) =>
      lines(report({ models: many(count).map((name) => change(name)) })).filter((line) => line.startsWith("| "));
    assert.equal(rows(40).length, 1 + 40);
    assert.equal(rows(41).length, 1 + 41);
    assert.equal(rows(41).at(-1), "| | and 1 more | | |");
    assert.equal(rows(1_000).at(-1), "| | and 960 more | | |");
  });

  it("has at most 10 lines of errors and of warnings each", () => {
    const notes = many(12).map((text) => ({ text }));
    const found = lines(report({ isFailed: true, errors: notes, warnings: notes }));
    assert.equal(found.filter((line) => line === "- and 2 more").length, 2);
    assert.ok(!found.includes("- `m10`"));
  });

  it("names at most 5 reasons of a model", () => {
    const reasons = many(7).map((path) => ({ path, before: "a", after: "b" }));
    const [row] = lines(report({ models: [change("churn", { reasons })] })).filter((line) => line.includes("`churn`"));
    assert.match(row ?? "", /`m4` `a` → `b`; and 2 more \|/);
    assert.doesNotMatch(row ?? "", /m5/);
  });

  it("cuts a long text", () => {
    const note = (length: number) =>
      lines(report({ warnings: [{ text: "x".repeat(length) }] })).find((line) => line.startsWith("- "));
    assert.equal(note(300), `- \`${"x".repeat(300)}\``);
    assert.equal(note(301), `- \`${"x".repeat(300)}…\``);
  });

  it("says before all else what is not let through", () => {
    const found = lines(report({ breaches: ["trains a"], models: [change("a", { kind: "train" })] }));
    assert.equal(found[2], "**Not let through**: `trains a`");
  });

  it("says what was found before a preview failed, and no counts", () => {
    const found = lines(report({ isFailed: true, errors: [{ text: "boom" }], models: [change("a")], unchangedResources: 3 }));
    assert.ok(found.includes("What the preview found before it failed:"));
    assert.doesNotMatch(found.join("\n"), /unchanged/);
  });

  it("says that hours are not all known", () => {
    const instanceHours = { instanceHours: 2, isBounded: false, isKnown: false };
    const [title] = lines(report({ models: [change("a", { kind: "train" })], instanceHours }));
    assert.equal(
      title,
      "### Trained models: **1 training**, at most 2 instance-hours, **not all with a bound** (not all known yet)",
    );
  });

  it("names a value that is kept from other members by its input alone", () => {
    const reasons = [{ path: "environment.TOKEN", before: "a", after: "b" }];
    const found = lines(forMembers(report({ models: [change("churn", { reasons })] })));
    assert.ok(found.some((line) => line.startsWith("| updated | `churn` | `environment` (not shown) |")));
  });

  it("says which two models are likely to be one, from either side", () => {
    const twin = { name: "b", aliases: 'aliases: [{ name: "a" }]', isSure: false };
    const why = (model: PlannedChange) => lines(report({ models: [model] })).find((line) => line.includes("which"));
    const line = '`aliases: [{ name: "a" }]` in the options of `b` keeps the model and trains nothing';
    assert.equal(
      why(change("b", { kind: "train", twin: { ...twin, name: "a" } })),
      `| **trains** | \`b\` | new; \`a\`, which goes, had the same inputs, as far as they are shown and known: ${line} |  |`,
    );
    assert.equal(
      why(change("a", { kind: "delete", twin: { ...twin, isSure: true } })),
      `| **deleted** | \`a\` | \`b\`, which is new, has the same inputs: ${line} |  |`,
    );
  });
});
