import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench, closeBenches, createInput, membership, on } from "../harness";
import { run } from "../process";
import { signed } from "../wire/signer";

async function createAt(endpoint: string): Promise<string> {
  const url = new URL(`${endpoint}/memberships/${membership}/trained-models`);
  const body = JSON.stringify(createInput());
  const response = await fetch(url, { method: "POST", headers: signed("POST", url, body), body });
  return ((await response.json()) as { trainedModelArn: string }).trainedModelArn;
}

describe("emulator: persistence", () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emulator-"));
    data = join(folder, "state.json");
  });
  afterEach(async () => {
    await closeBenches();
    rmSync(folder, { recursive: true });
  });

  it("goes on where it was, its advanced clock included", async () => {
    const first = await bench({ data });
    const { arn } = await first.trained({ tags: { a: "b" } });
    const next = await first.trained(on(arn));
    const before = [first.emulator.models(), await first.get(arn), await first.get(arn, next.version)].map(stable);
    await first.emulator.close();
    const second = await bench({ data });
    assert.deepEqual([second.emulator.models(), await second.get(arn), await second.get(arn, next.version)].map(stable), before);
    assert.equal(second.emulator.creates, 2);
    await second.delete(arn, next.version);
    await second.tag(arn, { c: "d" });
    second.advance(10);
    const third = await bench({ data });
    assert.equal(await third.status(arn, next.version), "INACTIVE");
    assert.deepEqual(await third.tags(arn), { a: "b", c: "d" });
    assert.deepEqual(readdirSync(folder), ["state.json"]);
  });

  it("refuses a file that is not its own, and leaves it as it is", async () => {
    for (const text of ["{", "[]", '{"format":2}']) {
      writeFileSync(data, text);
      await assert.rejects(bench({ data }), /not JSON|not written by this version/);
      assert.equal(readFileSync(data, "utf8"), text);
    }
  });

  it("keeps what it answered through a kill", async () => {
    const first = await run("--data", data, "--training", "0.1");
    const arn = await createAt(first.endpoint);
    first.child.kill("SIGKILL");
    await first.ended;
    const b = await bench({ data, clock: Date });
    assert.deepEqual(
      b.emulator.models().map(({ trainedModelArn }) => trainedModelArn),
      [arn],
    );
  }).timeout(30_000);
});

/** A reply without what differs each time. */
function stable(value: object): object {
  return "requestId" in value ? { ...value, requestId: undefined } : value;
}
