import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { operations } from "../../provider/service/model";
import { checkout } from "../folders";
import { blocks } from "./blocks";

/** The text of all that calls the service. */
const callers = ["kinds", "core", "handlers", "cli"].flatMap((folder) =>
  readdirSync(path.join(checkout, "provider", folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(checkout, "provider", folder, file), "utf8")),
);
const isCalled = (operation: string) =>
  callers.some((text) => text.includes(`.${operation.replace(/^./, (first) => first.toLowerCase())}(`));

interface Policy {
  Statement: { Action: string | string[] }[];
}

describe("the policies of docs/permissions.md", () => {
  it("allow just the actions that are called", () => {
    const policies = blocks("json")
      .filter(({ page }) => page === "docs/permissions.md")
      .map(({ text }) => {
        const { Statement }: Policy = JSON.parse(text);
        return Statement.flatMap(({ Action }) => Action).sort();
      });
    const all = Object.keys(operations)
      .filter(isCalled)
      .map((name) => `cleanrooms-ml:${name}`);
    const reads = all.filter((action) => /:(Get|List)/.test(action));
    assert.deepEqual(policies, [[...reads, "cleanrooms:PassMembership"].sort(), [...all, "cleanrooms:PassMembership"].sort()]);
  });
});
