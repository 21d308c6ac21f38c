import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

describe("one run at a time", () => {
  let lock: typeof import("../../scripts/set-up/lock.mjs");
  let place: string;
  let file: string;
  before(async () => {
    lock = await import("../../scripts/set-up/lock.mjs");
  });
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), "set-up-"));
    file = path.join(place, "lock");
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** The process id of a process that has ended. */
  const ended = () => spawnSync(process.execPath, ["-e", ""]).pid;

  it("lets the second wait for the first, and leaves nothing behind", async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} starts`);
      await sleep(50);
      order.push(`${name} ends`);
    };
    await Promise.all([lock.withLock(file, work("first")), lock.withLock(file, work("second"))]);
    assert.deepEqual(order, ["first starts", "first ends", "second starts", "second ends"]);
    assert.equal(existsSync(file), false);
  });

  it("is free again after work that failed", async () => {
    await assert.rejects(
      lock.withLock(file, () => Promise.reject(new Error("broken"))),
      /broken/,
    );
    assert.equal(await lock.withLock(file, async () => "done"), "done");
  });

  it("takes over from a process that is gone", async () => {
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: ended() }));
    assert.equal(await lock.withLock(file, async () => "done"), "done");
  });

  it("takes over from another machine only when that has long been silent", () => {
    writeFileSync(file, JSON.stringify({ host: "elsewhere", pid: 1 }));
    assert.equal(lock.isAbandoned(file), false);
    utimesSync(file, new Date(0), new Date(0));
    assert.equal(lock.isAbandoned(file), true);
  });
});
