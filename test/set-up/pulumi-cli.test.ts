import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

describe("finding a Pulumi CLI", () => {
  let installed: typeof import("../../scripts/set-up/cli/installed.mjs");
  let finding: typeof import("../../scripts/set-up/pulumi-cli.mjs");
  let building: typeof import("../../scripts/set-up/cli/build.mjs");
  let place: string;
  before(async () => {
    installed = await import("../../scripts/set-up/cli/installed.mjs");
    finding = await import("../../scripts/set-up/pulumi-cli.mjs");
    building = await import("../../scripts/set-up/cli/build.mjs");
  });
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), "set-up-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** A program that prints a line. */
  function program(name: string, line = "") {
    const file = path.join(place, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho '${line}'\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it("takes the one on PATH with its language host beside it", async () => {
    const cli = program("bin/pulumi", "v3.250.0");
    program("bin/pulumi-language-nodejs");
    assert.equal(await installed.installedCli({ PATH: path.dirname(cli) }), cli);
  });

  it("takes one that is a link, with its language host where the link leads", async () => {
    const cli = program("release/pulumi", "v3.250.0");
    program("release/pulumi-language-nodejs");
    mkdirSync(path.join(place, "bin"));
    symlinkSync(cli, path.join(place, "bin", "pulumi"));
    assert.equal(await installed.installedCli({ PATH: path.join(place, "bin") }), path.join(place, "bin", "pulumi"));
  });

  it("does not take one that is too old, or has no language host", async () => {
    program("old/pulumi", "v3.100.0");
    program("old/pulumi-language-nodejs");
    program("bare/pulumi", "v3.250.0");
    assert.equal(await installed.installedCli({ PATH: path.join(place, "old") }), undefined);
    assert.equal(await installed.installedCli({ PATH: path.join(place, "bare") }), undefined);
  });

  it("finds nothing on a PATH that has nothing, and builds nothing without Go", async () => {
    assert.equal(await installed.installedCli({ PATH: place }), undefined);
    assert.equal(await building.buildCli(place, place, { PATH: place }), undefined);
  });

  it("tries what takes long only when nothing is ready", async () => {
    const slow = [() => assert.fail("nothing had to be downloaded")];
    const ready = [() => undefined, async () => "/cached/pulumi"];
    assert.equal(await finding.findOrGetCli(place, place, { ready, slow }), "/cached/pulumi");
  });

  it("names the three things that would mend it when no way is open", async () => {
    const nothing = { ready: [() => undefined], slow: [() => undefined] };
    await assert.rejects(finding.findOrGetCli(place, place, nothing), ({ message }: Error) => {
      assert.deepEqual(message.match(/^ {2}- (\w+ ?\w* \w+)/gm)?.length, 3);
      for (const way of ["install the Pulumi CLI", "download Pulumi's official release", "install Go"])
        assert.ok(message.includes(way), way);
      return true;
    });
  });
});
