import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import extract from "../../provider/service/cleanroomsml.json";
import { enumOf, operations, shapeOf } from "../../provider/service/model";

/** Every name under a `shape` key. */
function mentioned(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "shape" && typeof value === "string" ? [value] : mentioned(value),
  );
}

describe("the service model", () => {
  it("says which botocore it is of, and of which bytes", () => {
    assert.match(extract.source.botocore, /^\d+\.\d+\.\d+$/);
    assert.match(extract.source.sha256, /^[0-9a-f]{64}$/);
    assert.equal(extract.metadata.signingName, "cleanrooms-ml");
  });

  it("has every shape that it mentions, and none besides", () => {
    assert.deepEqual(new Set(mentioned(extract)), new Set(Object.keys(extract.shapes)));
  });

  it("has no prose", () => {
    assert.doesNotMatch(JSON.stringify(extract), /"documentation"|<p>/);
  });

  it("has patterns that compile, and bounds in order", () => {
    for (const name of Object.keys(extract.shapes)) {
      const { pattern, min, max } = shapeOf(name);
      if (pattern !== undefined) assert.doesNotThrow(() => new RegExp(`^(?:${pattern})$`), name);
      if (min !== undefined && max !== undefined) assert.ok(min <= max, name);
    }
  });

  it("names every operation by its key, and every label of its path", () => {
    for (const [key, operation] of Object.entries(operations)) {
      assert.equal(operation.name, key);
      const labels = [...operation.http.requestUri.matchAll(/\{(\w+)\}/g)].map(([, label]) => label);
      const members = Object.entries(shapeOf(operation.input.shape).members ?? {});
      const uri = members.filter(([, { location }]) => location === "uri").map(([name]) => name);
      assert.deepEqual(uri.sort(), labels.sort(), key);
    }
  });

  it("tells enums in the model's order, and of what is no enum nothing", () => {
    assert.deepEqual(enumOf("TrainingInputMode"), ["File", "FastFile", "Pipe"]);
    assert.deepEqual(enumOf("UUID"), []);
    assert.throws(() => shapeOf("Nothing"), /no shape Nothing/);
  });

  it("has its instance types as a type too", () => {
    execFileSync(process.execPath, ["scripts/instance-types.mjs", "--check"], { stdio: "pipe" });
  });
});
