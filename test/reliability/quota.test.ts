import assert from "node:assert/strict";
import type { EmulatorOptions } from "../../provider/emulator";
import { freshAccountQuotas } from "../../provider/emulator";
import { Project } from "../engine/harness";

const COUNT = 20;
const twenty = `for (let i = 0; i < ${COUNT}; i++) new ml.TrainedModel("m" + i, args);`;
const quick: EmulatorOptions = { trainingSeconds: 0.3, pendingSeconds: 0.1 };

/** AWS's defaults stand: 5 jobs a membership, 10 an account, 10 instances. */
describe("quotas under the engine", function () {
  this.timeout(180_000);
  let project: Project;
  afterEach(() => project.close());

  async function assertAllActive(): Promise<void> {
    assert.equal(project.service.creates, COUNT);
    const waiters = (await project.state()).filter(({ type }) => type.endsWith(":TrainingWaiter"));
    assert.deepEqual(
      waiters.map(({ outputs }) => outputs.status),
      Array(COUNT).fill("ACTIVE"),
    );
  }

  const refusals = () => project.service.requests.filter(({ status }) => status === 402).length;

  it(`trains ${COUNT} models, each in its turn, and says so on their rows`, async () => {
    project = await Project.create(quick);
    project.program(twenty);
    const { output, seconds } = await project.up();
    await assertAllActive();
    assert.ok(refusals() > 0);
    assert.match(output, /TrainingJob m\d+ creating[^\n]*the quota of 5 [^\n]* is used up; waiting for a turn \(at most /);
    console.log(`      ${refusals()} refusals, ${seconds.toFixed(0)} s`);
  });

  it(`trains ${COUNT} models one step at a time (--parallel 1)`, async () => {
    project = await Project.create({ ...quick, trainingSeconds: 3 });
    project.program(twenty);
    const { output, seconds } = await project.up("--parallel", "1");
    await assertAllActive();
    assert.ok(refusals() > 0);
    assert.match(output, /waiting for a turn/);
    console.log(`      ${refusals()} refusals, ${seconds.toFixed(0)} s`);
  });

  describe("where a create over the quota shows as a failed training", () => {
    const options: EmulatorOptions = { ...quick, trainingSeconds: 5, readings: { quotaExcess: "create-failed" } };

    it("repeats nothing, and the cards name the quota", async () => {
      project = await Project.create(options);
      project.program(twenty);
      for (let run = 0; run < 2; run++) {
        const { output } = await project.upFails("--continue-on-error");
        assert.match(output, /failed to train \(CREATE_FAILED\)[^\n]*custom model training jobs per membership" of 5/);
        assert.equal(project.service.creates, COUNT);
      }
    });

    it(`trains all ${COUNT} with cleanroomsml:maxConcurrentTrainings`, async () => {
      project = await Project.create({ ...options, ...quick });
      project.program(twenty);
      const { code, output } = await project.pulumi("config", "set", "cleanroomsml:maxConcurrentTrainings", "5");
      assert.equal(code, 0, output);
      await project.up();
      await assertAllActive();
    });
  });

  it("does not wait for an instance type of which the account has none, and says how to raise its quota", async () => {
    project = await Project.create({ ...quick, quotas: freshAccountQuotas });
    project.program(
      `new ml.TrainedModel("big", { ...args, resourceConfig: { instanceType: "ml.p3.16xlarge", volumeSizeInGB: 30 } });`,
    );
    const { output, seconds } = await project.upFails();
    assert.match(output, /ml\.p3\.16xlarge training instances per account/);
    assert.match(output, /Service Quotas/);
    assert.doesNotMatch(output, /waiting for a turn/);
    assert.equal(project.service.creates, 0);
    assert.equal(refusals(), 1);
    assert.ok(seconds < 30, `${seconds} s`);
  });
});
