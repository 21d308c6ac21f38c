import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { checkout, pages, registryPages } from "./blocks";

const load = (name: string) => import(path.join(checkout, "scripts", "reference", name));

describe("the tables that are made from the source", () => {
  it("are what the source says", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/reference.mjs", "--check"], {
      cwd: checkout,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  it("take a comment apart", async () => {
    const { partsOf } = await load("tables.mjs");
    assert.deepEqual(partsOf("EC2 type, e.g. `ml.m5`. Limits: a list. One lacks. Default: none. Replaces when it differs."), {
      meaning: "EC2 type, e.g. `ml.m5`.",
      limits: "a list. One lacks",
      default: "none",
      replaces: "yes, when it differs",
    });
    assert.equal(partsOf("Tags. Updated in place; only ours.").replaces, "no: updated in place; only ours");
    assert.equal(partsOf("A limit. Never replaces.").replaces, "no");
  });

  it("stand between their marks, and nowhere else", async () => {
    const { withPart } = await load("marks.mjs");
    assert.equal(
      withPart("page", "a\n<!-- t:begin -->\nold\n<!-- t:end -->\nz", "t", "new"),
      "a\n<!-- t:begin -->\n\nnew\n\n<!-- t:end -->\nz",
    );
    assert.throws(() => withPart("page", "no marks", "t", "new"), /page has no place for the part t/);
  });

  it("have marks for each part, and no others", async () => {
    const { allParts } = await load("parts.mjs");
    const parts: Record<string, Record<string, string>> = allParts();
    // The parts of that page are measured: `npm run bench -- --write-docs` writes them.
    const made = [...pages, ...registryPages].filter(([page]) => page !== "docs/performance.md");
    const marks = made.flatMap(([page, text]) =>
      [...text.matchAll(/<!-- ([\w-]+):begin -->/g)].map(([, name]) => `${page} ${name}`),
    );
    assert.deepEqual(
      marks.sort(),
      Object.entries(parts)
        .flatMap(([page, names]) => Object.keys(names).map((name) => `${page} ${name}`))
        .sort(),
    );
  });
});
