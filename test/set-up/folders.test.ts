import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

describe("where set-up keeps things", () => {
  let folders: typeof import("../../scripts/set-up/folders.mjs");
  let place: string;
  before(async () => {
    folders = await import("../../scripts/set-up/folders.mjs");
  });
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), "set-up-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** A checkout, somewhat later than the last one, with something in it. */
  async function clone(name: string) {
    const folder = path.join(place, name);
    mkdirSync(folder);
    await sleep(20);
    writeFileSync(path.join(folder, "package.json"), "{}");
    return folder;
  }

  it("follows the customs of each system", () => {
    const home = { HOME: "/home/me" };
    assert.equal(folders.cacheFolder(home, "linux"), path.join("/home/me", ".cache", "pulumi-cleanroomsml"));
    assert.equal(folders.cacheFolder(home, "darwin"), path.join("/home/me", "Library", "Caches", "pulumi-cleanroomsml"));
    assert.equal(folders.cacheFolder({ LOCALAPPDATA: "/local" }, "win32"), path.join("/local", "pulumi-cleanroomsml"));
    assert.equal(folders.cacheFolder({ ...home, XDG_CACHE_HOME: "/cache" }, "linux"), path.join("/cache", "pulumi-cleanroomsml"));
  });

  it("does not take a relative XDG_CACHE_HOME, which would lie in whatever folder one stands", () => {
    const folder = folders.cacheFolder({ HOME: "/home/me", XDG_CACHE_HOME: "cache" }, "linux");
    assert.equal(folder, path.join("/home/me", ".cache", "pulumi-cleanroomsml"));
  });

  it("gives two checkouts two keys", async () => {
    assert.notEqual(folders.checkoutKey(await clone("one")), folders.checkoutKey(await clone("two")));
  });

  it("keeps the key of a checkout as files come and go, and however one arrives at it", async () => {
    const folder = await clone("one");
    const key = folders.checkoutKey(folder);
    await sleep(20);
    mkdirSync(path.join(folder, "node_modules"));
    utimesSync(folder, new Date(0), new Date(0));
    symlinkSync(folder, path.join(place, "link"));
    assert.equal(folders.checkoutKey(folder), key);
    assert.equal(folders.checkoutKey(path.join(place, "link")), key);
  });

  it("gives a fresh clone at the same path another key", async () => {
    const folder = await clone("one");
    const key = folders.checkoutKey(folder);
    rmSync(folder, { recursive: true });
    await clone("in-between");
    assert.notEqual(folders.checkoutKey(await clone("one")), key);
  });
});
