import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTrainedModelCommand } from "../../../provider/aws/client/builtin";
import { loadClient } from "../../../provider/aws/client/load";
import { memberPaths } from "../../../provider/aws/client/members";
import { CreateTrainedModelRequest$ } from "../../../provider/aws/client/trained-models/schemas";
import { installed } from "./official";

const from = (name?: "current" | "too-old" | "unusable", force = "") => loadClient({ paths: [installed(name)], force });

describe("which client is used", () => {
  it("is the built-in one where AWS's is not installed, without a warning", () => {
    const { kind, warn, module } = from();
    assert.deepEqual([kind, warn], ["builtin", false]);
    assert.equal(module.CreateTrainedModelCommand, CreateTrainedModelCommand);
  });

  it("is AWS's where it is installed and knows every member", () => {
    const { kind, warn, module } = from("current");
    assert.deepEqual([kind, warn], ["official", false]);
    assert.notEqual(module.CreateTrainedModelCommand, CreateTrainedModelCommand);
  });

  it("is not one that would drop a member, nested ones included, and says which", () => {
    const { kind, warn, reason } = from("too-old");
    assert.deepEqual([kind, warn], ["builtin", true]);
    assert.match(reason, /does not send dataChannels\.s3DataDistributionType, mlModelTrainingPayerAccountId/);
  });

  it("is not one that lacks a command", () => {
    const { kind, warn, reason } = from("unusable");
    assert.deepEqual([kind, warn], ["builtin", true]);
    assert.match(reason, /has no CreateTrainedModelCommand, ListTrainedModelsCommand/);
    assert.doesNotMatch(reason, /GetTrainedModelCommand/);
  });

  it("is not one that cannot be loaded, and says why in one line", () => {
    const folder = installed("current");
    writeFileSync(join(folder, "node_modules/@aws-sdk/client-cleanroomsml/index.js"), 'throw new Error("out of\\norder");');
    const { kind, warn, reason } = loadClient({ paths: [folder], force: "" });
    assert.deepEqual([kind, warn], ["builtin", true]);
    assert.match(reason, /cannot be loaded \(out of\)$/);
  });

  it("can be forced", () => {
    assert.deepEqual([from("current", "builtin").kind, from("current", "official").kind], ["builtin", "official"]);
    const old = from("too-old", "official");
    assert.deepEqual([old.kind, old.warn], ["official", true]);
    assert.match(old.reason, /mlModelTrainingPayerAccountId/);
    assert.throws(() => from(undefined, "official"), /is not installed/);
    assert.throws(() => from("unusable", "official"), /has no CreateTrainedModelCommand/);
    assert.throws(() => from("current", "offical"), /CLEANROOMSML_CLIENT is "offical"; it can be "builtin" or "official"/);
  });

  it("reads members through lists, maps, functions and traits", () => {
    assert.ok(memberPaths(CreateTrainedModelRequest$).includes("incrementalTrainingDataChannels.versionIdentifier"));
    const inner = [3, "ns", "Inner", 0, ["b"], [0]];
    assert.deepEqual(memberPaths([3, "ns", "Outer", 0, ["a"], [[() => [2, "ns", "Map", 0, 0, () => inner], 1]]]), ["a", "a.b"]);
    for (const none of [undefined, 0, "unit", {}, []]) assert.deepEqual(memberPaths(none), []);
  });

  it("loads nothing of AWS before the first call", () => {
    const script = `
      const { createService } = require(${JSON.stringify(join(__dirname, "../../../provider/aws/api"))});
      createService({ region: "us-east-1" });
      console.log(Object.keys(require.cache).filter((path) => /node_modules.@(aws-sdk|smithy)/.test(path)).length);`;
    const out = execFileSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], { encoding: "utf8" });
    assert.equal(out.trim(), "0");
  });
});
