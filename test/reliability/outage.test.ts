import assert from "node:assert/strict";
import type { Fault } from "../../provider/emulator";
import { Ground } from "../readings/ground";
import type { Program, Stack } from "../readings/stack";

const churn: Program = { churn: () => ({}) };

describe("a wait through bad weather", function () {
  this.timeout(60_000);
  let ground: Ground;
  let stack: Stack;
  afterEach(() => ground.close());

  async function open(trainingSeconds = 900): Promise<void> {
    ground = await Ground.open({ trainingSeconds });
    stack = ground.stack();
  }

  /** From one second of the wait to another. */
  function outage(from: number, to: number, faults: readonly Fault[]): void {
    ground.time.in(from, () => {
      for (const fault of faults) ground.emulator.faults.add(fault);
    });
    ground.time.in(to, () => ground.emulator.faults.clear());
  }

  const outages: Record<string, Fault[]> = {
    "dropped connections": [{ kind: "drop" }],
    "errors of the service": [{ kind: "error", code: "InternalServiceException", status: 500 }],
    "a proxy's pages": [{ kind: "html" }],
  };
  for (const [what, faults] of Object.entries(outages)) {
    it(`survives five minutes of ${what}`, async () => {
      await open();
      outage(60, 360, faults);
      await stack.up(churn);
      assert.equal(stack.statusOf("churn"), "ACTIVE");
      assert.equal(ground.emulator.creates, 1);
      assert.ok(stack.engine.rows.some((row) => /CREATE_IN_PROGRESS; the service does not answer \(ambiguous\)/.test(row)));
    });
  }

  it("survives being throttled", async () => {
    await open(60);
    ground.emulator.faults.add({ kind: "throttle", operation: "GetTrainedModel", skip: 3, times: 8 });
    await stack.up(churn);
    assert.equal(ground.emulator.creates, 1);
  });

  it("ends when the outage does not, with what goes on; the next up resumes", async () => {
    await open();
    outage(60, 1_500, [{ kind: "drop" }]);
    await assert.rejects(stack.up(churn), /did not answer for 15 min.*training goes on/s);
    assert.match(String(stack.statusOf("churn")), /^CREATE_/);
    ground.emulator.faults.clear();
    assert.deepEqual(await stack.up(churn), ["wait churn"]);
    assert.equal(ground.emulator.creates, 1);
  });

  it("ends within one poll of credentials that expire; the state is as it was, and the next up resumes", async () => {
    await open();
    let asked = 0;
    let expired = 0;
    ground.time.in(60, () => {
      asked = ground.emulator.requests.length;
      expired = ground.time.now();
      ground.emulator.faults.add({ kind: "expired-token" });
    });
    await assert.rejects(stack.up(churn), /credentials are refused.*training goes on/s);
    assert.ok(ground.time.now() - expired <= 15_000, `${ground.time.now() - expired} ms`);
    assert.equal(ground.emulator.requests.length - asked, 1);
    assert.match(String(stack.statusOf("churn")), /^CREATE_/);
    ground.emulator.faults.clear();
    assert.deepEqual(await stack.up(churn), ["wait churn"]);
    assert.equal(ground.emulator.creates, 1);
  });

  it("goes on with credentials that the chain renews", async () => {
    const keys = ["first", "second"].map((accessKeyId) => ({ accessKeyId, secretAccessKey: "test" }));
    ground = await Ground.open({ trainingSeconds: 120, credentials: keys });
    let current = 0;
    ground.time.in(60, () => {
      current = 1;
      ground.emulator.faults.add({ kind: "expired-token", match: { accessKeyId: "first" } });
    });
    // About to expire, so that they are asked for again at each call.
    const credentials = async () => ({
      accessKeyId: "",
      ...keys[current],
      secretAccessKey: "test",
      expiration: new Date(Date.now() + 1_000),
    });
    stack = ground.stack({}, { credentials });
    await stack.up(churn);
    assert.equal(stack.statusOf("churn"), "ACTIVE");
  });
});
