import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

describe("the modules of the single executable", () => {
  let root: string;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), "modules-"));
    write("node_modules/@pulumi/pulumi/package.json", "{}");
    write("node_modules/@pulumi/pulumi/log.js", 'require("typescript"); try { require("missing"); } catch {}');
    write("node_modules/@pulumi/pulumi/node_modules/grpc/index.js", "");
    write("dist/plugin.js", 'require("./values.json"); ofPulumi("grpc"); ofPulumi("@pulumi/pulumi/log"); require("node:fs");');
    write("dist/values.json", "{}");
    write("dist/other.js", "");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it("are those that the plugin leads to, by itself and by the SDK's own packages", async () => {
    const { modulesOf } = await import("../../scripts/plugin/modules.mjs");
    const { texts, leads } = modulesOf(root, [path.join(root, "dist/plugin.js")]);
    const pulumi = "node_modules/@pulumi/pulumi";
    const grpc = `${pulumi}/node_modules/grpc/index.js`;
    const found = ["dist/plugin.js", "dist/values.json", `${pulumi}/log.js`, grpc, `${pulumi}/package.json`, "nothing.json"];
    assert.deepEqual([...texts.keys()].sort(), found);
    assert.deepEqual(leads["dist/plugin.js"], {
      "./values.json": "dist/values.json",
      "@pulumi/pulumi/log": `${pulumi}/log.js`,
      grpc,
    });
    assert.equal(leads[`${pulumi}/package.json`].grpc, grpc);
    // No compiler, and what is not there stays so.
    assert.deepEqual(leads[`${pulumi}/log.js`], { typescript: "nothing.json" });
  });

  it("bring the licences of the packages that they come from", async () => {
    const { noticesOf } = await import("../../scripts/plugin/notices.mjs");
    const grpc = "node_modules/@pulumi/pulumi/node_modules/grpc";
    write(`${grpc}/package.json`, JSON.stringify({ name: "grpc", version: "1.2.3", license: "MIT" }));
    write(`${grpc}/LICENSE.md`, "Permission is hereby granted");
    const text: string = noticesOf(root, ["dist/plugin.js", `${grpc}/index.js`, `${grpc}/lib/client.js`]);
    assert.equal(text.split("grpc 1.2.3 (MIT)\n\nPermission is hereby granted").length, 2);
    assert.match(text, /^Node\.js v/);
  });
});
