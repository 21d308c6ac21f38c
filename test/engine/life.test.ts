import assert from "node:assert/strict";
import { Project } from "./harness";

describe("a trained model under the engine", function () {
  this.timeout(120_000);
  let project: Project;

  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  const churn = (changes = "{}", opts = "{}") =>
    project.program(`
      const model = new ml.TrainedModel("churn", { ...args, ...${changes} }, ${opts});
      exports.arn = model.trainedModelArn; exports.version = model.versionIdentifier; exports.status = model.status;`);

  it("previews, trains and is ACTIVE", async () => {
    churn();
    assert.deepEqual(await project.previewed(), {
      "Stack shop-dev create": 1,
      "TrainedModel churn create": 1,
      "TrainingJob churn create": 1,
      "TrainingWaiter churn create": 1,
    });
    assert.equal(project.service.requests.length, 0);
    await project.up();
    assert.equal(project.service.creates, 1);
    const waiter = await project.resource("TrainingWaiter");
    assert.equal(waiter.outputs.status, "ACTIVE");
    const job = await project.resource("TrainingJob");
    assert.equal(job.id, waiter.id);
    assert.equal(job.outputs.status, undefined);
  });

  it("has nothing to do the second time", async () => {
    assert.deepEqual(await project.previewed(), {});
    const { output } = await project.up();
    assert.match(output, /4 unchanged/);
    assert.equal(project.service.creates, 1);
  });

  it("refreshes to no change", async () => {
    const { code, output } = await project.pulumi("refresh", "--yes", "--expect-no-changes");
    assert.equal(code, 0, output);
    assert.deepEqual(await project.previewed(), {});
  });

  it("updates tags in place", async () => {
    churn(`{ tags: { team: "ml" } }`);
    assert.deepEqual(await project.previewed(), { "TrainingJob churn update": 1 });
    await project.up();
    assert.equal(project.service.creates, 1);
    assert.equal(project.service.models()[0]?.tags.team, "ml");
  });

  it("trains anew for another hyperparameter, and deletes the old output when the new model is ACTIVE", async () => {
    const before = (await project.resource("TrainingJob")).id;
    churn(`{ hyperparameters: { epochs: 20 } }`);
    const { stdout } = await project.pulumi("preview", "--json");
    const job = JSON.parse(stdout).steps.find(
      (step: { urn: string; op: string }) => step.urn.includes("TrainingJob") && step.op === "replace",
    );
    assert.deepEqual(job.replaceReasons, ["hyperparameters.epochs"]);
    await project.up();
    assert.equal(project.service.creates, 2);
    assert.notEqual((await project.resource("TrainingJob")).id, before);
    const old = project.service.models().find(({ trainedModelArn }) => trainedModelArn === before);
    assert.equal(old?.status ?? "INACTIVE", "INACTIVE");
  });

  it("is gone with the stack", async () => {
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    for (const model of project.service.models()) assert.equal(model.status, "INACTIVE");
  });
});
