import assert from "node:assert/strict";
import { Project } from "../harness";
import { isStory } from "../story";

describe("a retraining that does not end well", function () {
  this.timeout(240_000);
  isStory(this);
  let project: Project;
  let good: Record<string, string | undefined>;

  const names = ["failing", "careless", "targeted", "midway"];
  const program = (epochs: number, { others = epochs, adopt = "", more = "" } = {}) =>
    project.program(`
      const hyperparameters = { epochs: ${others} };
      new ml.TrainedModel("failing", { ...args, hyperparameters: { epochs: ${epochs} }, ${adopt} });
      new ml.TrainedModel("careless", { ...args, hyperparameters: { epochs: ${epochs} } });
      new ml.TrainedModel("targeted", { ...args, hyperparameters });
      new ml.TrainedModel("midway", { ...args, hyperparameters, wait: false });
      ${more}`);
  const idOf = async (name: string) => (await project.resource("TrainingJob", name)).id;
  const statusOf = (id: string | undefined) =>
    project.service.models().find(({ trainedModelArn }) => trainedModelArn === id)?.status;

  before(async () => {
    project = await Project.create();
    project.service.faults.add({ kind: "training-time", seconds: 3_000, match: { name: "midway-*" }, times: 1 });
    program(10);
    await project.up();
    good = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await idOf(name)])));
  });
  after(() => project.close());

  it("keeps the old model of a job that is targeted without its waiter", async () => {
    program(20);
    project.service.faults.add({ kind: "training-time", seconds: 60, match: { name: "targeted-*" }, times: 1 });
    const { output } = await project.upFails("--target", "**TrainingJob::targeted");
    assert.match(output, /kept the old model/);
    assert.equal(statusOf(good.targeted), "ACTIVE");
    assert.notEqual(await idOf("targeted"), good.targeted);
    assert.equal(project.service.creates, 5);
  });

  it("keeps the old model through failed retrainings, also with --continue-on-error, twice; cancels one in mid-training", async () => {
    project.clock.skip(60);
    project.service.faults.add({ kind: "fail-training", match: { name: "failing-*" }, times: 1, message: "loss is NaN" });
    project.service.faults.add({ kind: "fail-training", match: { name: "careless-*" }, times: 1 });
    await project.upFails("--continue-on-error");
    assert.equal(project.service.creates, 8);
    await project.upFails("--continue-on-error");
    assert.equal(project.service.creates, 8);
    for (const name of ["failing", "careless"]) {
      assert.equal(statusOf(good[name]), "ACTIVE");
      assert.equal(statusOf(await idOf(name)), "CREATE_FAILED");
    }
    assert.equal(statusOf(good.targeted), "INACTIVE");
    assert.equal(statusOf(good.midway), "INACTIVE");
    const cancels = project.service.requests.filter(({ operation }) => operation === "CancelTrainedModel");
    assert.equal(cancels.length, 1);
  });

  it("names `adopt` for the good model when the program is reverted, and pays nothing", async () => {
    program(10, { others: 20 });
    const { output } = await project.upFails();
    assert.match(output, /add `adopt: \{ trainedModelArn: "arn:[^"]+" \}` to this resource/);
    assert.ok(["failing", "careless"].some((name) => output.includes(`adopt: { trainedModelArn: "${good[name]}" }`)));
    assert.equal(project.service.creates, 8);
    for (const name of ["failing", "careless"]) assert.equal(statusOf(good[name]), "ACTIVE");
  });

  it("takes the good model back with that line, and deletes the bad one alone", async () => {
    const bad = await idOf("failing");
    program(10, { others: 20, adopt: `adopt: { trainedModelArn: "${good.failing}" }` });
    await project.upFails("--continue-on-error");
    assert.equal(project.service.creates, 8);
    assert.equal(await idOf("failing"), good.failing);
    assert.equal(statusOf(good.failing), "ACTIVE");
    assert.equal(statusOf(bad), "INACTIVE");
  });

  it("keeps the good model of a revert that was refused in a run with --continue-on-error", () => {
    assert.equal(statusOf(good.careless), "ACTIVE");
    assert.equal(project.service.creates, 8);
  });

  it("lets the stack own it again; and leaves the mark on a model where Pulumi writes no checkpoints", async () => {
    program(10, { others: 20, more: `new ml.TrainedModel("unsaved", args);` });
    project.env.PULUMI_SKIP_CHECKPOINTS = "true";
    await project.pulumi("up", "--yes", "--skip-preview", "--continue-on-error");
    assert.equal((await project.resource("TrainingJob", "failing")).inputs.adopt, undefined);
    assert.equal(await idOf("failing"), good.failing);
    assert.equal(statusOf(good.failing), "ACTIVE");
    assert.equal((await project.served("failing"))?.tags["cleanroomsml:unrecorded"], undefined);
    assert.ok((await project.served("unsaved"))?.tags["cleanroomsml:unrecorded"]);
  });
});
