import assert from "node:assert/strict";
import { operations } from "../../provider/service/model";
import { blocks } from "./blocks";

interface Policy {
  Statement: { Action: string | string[] }[];
}

describe("the policies of docs/permissions.md", () => {
  it("allow just the actions that are called", () => {
    const policies = blocks("json").map(({ page, text }) => {
      assert.equal(page, "docs/permissions.md");
      const { Statement }: Policy = JSON.parse(text);
      return Statement.flatMap(({ Action }) => Action).sort();
    });
    const all = Object.keys(operations).map((name) => `cleanrooms-ml:${name}`);
    const reads = all.filter((action) => /:(Get|List)/.test(action));
    assert.deepEqual(policies, [[...reads, "cleanrooms:PassMembership"].sort(), [...all, "cleanrooms:PassMembership"].sort()]);
  });
});
