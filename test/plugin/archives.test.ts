import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";

interface Entry {
  name: string;
  content: string;
  isExecutable?: boolean;
}

describe("an archive of the plugin", () => {
  let archiveOf: (entries: Entry[]) => Buffer;
  let smallArchive: (of: typeof manifest, wanted?: string) => Entry[];
  let folder: string;
  before(async () => {
    ({ archiveOf } = await import("../../scripts/plugin/archive.mjs"));
    ({ smallArchive } = await import("../../scripts/plugin/small.mjs"));
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "archive-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("has what was put into it, as tar reads it", () => {
    const long = "long\n".repeat(1_000);
    const entries = [
      { name: "run", content: "#!/bin/sh\n", isExecutable: true },
      { name: "a/long.txt", content: long },
      { name: "empty", content: "" },
    ];
    writeFileSync(path.join(folder, "some.tar.gz"), archiveOf(entries));
    const { status, stderr } = spawnSync("tar", ["xzf", "some.tar.gz"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    for (const { name, content } of entries) assert.equal(readFileSync(path.join(folder, name), "utf8"), content);
    const run = spawnSync(path.join(folder, "run"));
    assert.equal(run.error, undefined, "it can be run");
  });

  it("is the same to the byte whenever and in whatever order it is made", () => {
    const [one, other] = [
      { name: "one", content: "1" },
      { name: "other", content: "2" },
    ] as const;
    assert.deepEqual(archiveOf([one, other]), archiveOf([other, one]));
  });

  it("that is small is under 1 kB, and installs this version of the package", () => {
    const entries = smallArchive(manifest);
    assert.ok(archiveOf(entries).length < 1_000);
    const text = (name: string) => entries.find((entry) => entry.name === name)?.content ?? "";
    const { dependencies } = JSON.parse(text("package.json"));
    assert.equal(dependencies[manifest.name], manifest.version);
    const [, required = ""] = /require\("pulumi-cleanroomsml(\/\w+)"\)/.exec(text("index.js")) ?? [];
    assert.ok(`.${required}` in manifest.exports, text("index.js"));
    assert.equal(text("PulumiPlugin.yaml"), "runtime: nodejs\n");
    assert.ok(entries.some(({ name, isExecutable }) => name === "pulumi-resource-cleanroomsml" && isExecutable));
  });

  it("is named as the engine asks for it, for each system", async () => {
    const { archiveName, systems, thisSystem } = await import("../../scripts/plugin/names.mjs");
    assert.equal(archiveName("0.1.0", "linux-amd64"), "pulumi-resource-cleanroomsml-v0.1.0-linux-amd64.tar.gz");
    const all = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64", "windows-arm64"];
    assert.deepEqual(systems, all);
    assert.ok(all.includes(thisSystem()));
  });
});
