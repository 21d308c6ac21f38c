import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createJob } from "../../provider/core/job/create";
import { waitUntilActive } from "../../provider/core/job/wait";
import { fakes, jobInputs, urn } from "../core/fakes";
import { Ground } from "../readings/ground";

const HOUR = 3_600;

/** What is in use after everything else was thrown away. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

describe("a wait of 24 hours", () => {
  it("asks at most 800 times, and keeps no memory", async () => {
    const ground = await Ground.open({ trainingSeconds: 24 * HOUR });
    const { signal } = new AbortController();
    const { service, time } = ground.stack();
    const context = { ...fakes(), serviceIn: () => service, clock: time, signal };
    const inputs = jobInputs({ stoppingCondition: { maxRuntimeInSeconds: 48 * HOUR } });
    const { id } = await createJob(inputs, context);
    const used: number[] = [];
    for (let hour = 1; hour < 24; hour++) time.in(hour * HOUR, () => void used.push(heap()));
    const started = time.now();
    try {
      await waitUntilActive({ id, jobUrn: urn, onJob() {} }, context);
    } finally {
      await ground.close();
    }
    const calls = ground.emulator.requests.length;
    const growth = (used.at(-1) ?? Number.NaN) - (used[0] ?? Number.NaN);
    console.log(`      ${calls} calls; ${(growth / 2 ** 20).toFixed(2)} MB more in use after 23 hours than after one`);
    assert.ok(time.now() - started >= 24 * HOUR * 1_000);
    assert.ok(calls <= 800, `${calls} calls`);
    // The emulator's log of requests and the rows that the test keeps are in it.
    assert.ok(growth < 4 * 2 ** 20, `${growth} bytes`);
    assert.equal(getEventListeners(signal, "abort").length, 0);
  }).timeout(60_000);
});
