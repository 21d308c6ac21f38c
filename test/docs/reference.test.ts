import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { checkout } from "./blocks";

const load = (name: string) => import(path.join(checkout, "scripts", "reference", name));

describe("the tables of README.md", () => {
  it("are what the comments say", () => {
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
    const { withTable } = await load("readme.mjs");
    assert.equal(
      withTable("a\n<!-- t:begin -->\nold\n<!-- t:end -->\nz", "t", "new"),
      "a\n<!-- t:begin -->\n\nnew\n\n<!-- t:end -->\nz",
    );
    assert.throws(() => withTable("no marks", "t", "new"), /no place for the table t/);
  });
});
