import assert from "node:assert/strict";
import { createJob } from "../../provider/core/job/create";
import { fakes, jobInputs } from "../core/fakes";
import { Ground } from "../readings/ground";
import { Died, type Program, type Stack } from "../readings/stack";

const churn: Program = { churn: () => ({}) };
const lost = { kind: "drop", operation: "CreateTrainedModel", when: "after", times: 1 } as const;
const refused = { kind: "drop", operation: "CreateTrainedModel", when: "before", times: 1 } as const;

describe("a create of which nobody knows", () => {
  let ground: Ground;
  afterEach(() => ground.close());

  /** The engine's hooks for errors call create again in the process that failed. */
  function context(stack: Stack) {
    const { service, time } = stack;
    return { ...fakes(), serviceIn: () => service, clock: time };
  }

  it("is found by the same create although lists lag", async () => {
    ground = await Ground.open({ readings: { listLag: "lagging" }, listLagSeconds: 45, faults: [lost] });
    await ground.stack().up(churn);
    assert.equal(ground.emulator.creates, 1);
    assert.equal(ground.emulator.requests.filter(({ operation }) => operation === "CreateTrainedModel").length, 1);
  });

  for (const times of [1, 2, 3]) {
    it(`is sent once more for each time that the service surely did not act, by a hook that retries (${times})`, async () => {
      ground = await Ground.open({ faults: [{ ...refused, times }] });
      const once = context(ground.stack());
      for (let round = 0; round < times; round++) await assert.rejects(createJob(jobInputs(), once), /answer.*lost/);
      await createJob(jobInputs(), once);
      assert.equal(ground.emulator.creates, 1);
    });
  }

  it("is adopted by a hook that retries at once", async () => {
    ground = await Ground.open({
      faults: [lost, { kind: "error", operation: "ListTrainedModels", code: "AccessDeniedException", skip: 1, times: 1 }],
    });
    const once = context(ground.stack());
    await assert.rejects(createJob(jobInputs(), once), { kind: "denied" });
    await createJob(jobInputs(), once);
    assert.equal(ground.emulator.creates, 1);
  });

  it("is not paid again by the next run, which comes before the lists show it", async () => {
    ground = await Ground.open({ readings: { listLag: "lagging" }, listLagSeconds: 30 });
    const stack = ground.stack();
    stack.secondsBetween = 0;
    await assert.rejects(stack.up(churn, { dieAfterCreate: true }), Died);
    // The chosen name holds a hash of the owner: that it is taken says whose the model is that no list shows yet.
    await stack.up(churn);
    assert.equal(ground.emulator.creates, 1);
  });

  it("is not paid again by a hook that retries before the lists show it", async () => {
    ground = await Ground.open({ readings: { listLag: "lagging" }, listLagSeconds: 90, faults: [lost] });
    const once = context(ground.stack());
    await assert.rejects(createJob(jobInputs(), once), /answer.*lost/);
    await createJob(jobInputs(), once);
    assert.equal(ground.emulator.creates, 1);
  });

  it("leaves a name that is taken for ever, and trains under the next", async () => {
    ground = await Ground.open({ readings: { nameReuse: "conflict-for-ever", afterDelete: "gone" } });
    const stack = ground.stack();
    await stack.up(churn);
    await stack.destroy();
    await stack.up(churn);
    assert.equal(ground.emulator.creates, 2);
    assert.match(ground.alive()[0]?.name ?? "", /-2$/);
  });

  it("is not sent by a host whose engine died after the look", async () => {
    ground = await Ground.open();
    const stack = ground.stack();
    const orphan = context(stack);
    const listTrainedModels: typeof stack.service.listTrainedModels = async (...call) => {
      const rows = await stack.service.listTrainedModels(...call);
      orphan.engine.alive = false;
      return rows;
    };
    await assert.rejects(
      createJob(jobInputs(), { ...orphan, serviceIn: () => ({ ...stack.service, listTrainedModels }) }),
      /engine is gone/,
    );
    assert.equal(ground.emulator.requests.filter(({ operation }) => operation === "CreateTrainedModel").length, 0);
  });
});
