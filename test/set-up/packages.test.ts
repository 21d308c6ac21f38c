import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

describe("whether the locked packages are installed", () => {
  let packages: typeof import("../../scripts/set-up/packages.mjs");
  let place: string;
  before(async () => {
    packages = await import("../../scripts/set-up/packages.mjs");
  });
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), "set-up-"));
    mkdirSync(path.join(place, "node_modules"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const write = (file: string, entries: object) => writeFileSync(path.join(place, file), JSON.stringify({ packages: entries }));
  const lock = (entries: object) => write("package-lock.json", { "": { name: "x" }, ...entries });
  const installed = (entries: object) => write("node_modules/.package-lock.json", entries);

  it("is so when each is there at its version", () => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    installed({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(packages.packagesMatch(place), true);
  });

  it("is so when what is missing is for another system", () => {
    lock({ "node_modules/a": { version: "1.0.0", optional: true } });
    installed({});
    assert.equal(packages.packagesMatch(place), true);
  });

  it("is not when one has another version", () => {
    lock({ "node_modules/a": { version: "1.0.1" } });
    installed({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(packages.packagesMatch(place), false);
  });

  it("is not when one is missing", () => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    installed({});
    assert.equal(packages.packagesMatch(place), false);
  });

  it("is not after an installation that was broken off, which leaves no record", () => {
    lock({});
    assert.equal(packages.packagesMatch(place), false);
  });
});
