import assert from "node:assert/strict";
import { membership, Project } from "../harness";

describe("TrainedModel.get", function () {
  this.timeout(120_000);
  let project: Project;
  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  const get = (arn: string) => {
    project.program(`
      const seen = ml.TrainedModel.get("seen", { trainedModelArn: "${arn}" });
      exports.status = seen.status;`);
  };

  it("is an error for a model that does not exist, in the preview and in up", async () => {
    get(`${membership}/trained-model/8f1c2d3e-0000-4000-8000-123456789abc`);
    for (const command of ["preview", "up"]) {
      const { code, output } = await project.pulumi(command, ...(command === "up" ? ["--yes", "--skip-preview"] : []));
      assert.notEqual(code, 0, output);
      assert.match(output, /the service has no trained model arn:\S+8f1c2d3e-0000-4000-8000-123456789abc/);
      assert.match(output, /Check the ARN/);
      assert.doesNotMatch(output, /\n\s+at /);
    }
  });

  it("shows one that exists, and a refresh forgets it when it is gone", async () => {
    project.program('new ml.TrainedModel("churn", args);');
    await project.up();
    const arn = (await project.resource("TrainingJob")).id ?? "";
    const both = `new ml.TrainedModel("churn", args, { retainOnDelete: true });
      exports.status = ml.TrainedModel.get("seen", { trainedModelArn: "${arn}" }).status;`;
    project.program(both);
    await project.up();
    assert.equal((await project.pulumi("stack", "output", "status")).stdout.trim(), "ACTIVE");
    project.service.change({ trainedModelArn: arn }, { gone: true });
    const { code, output } = await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    const { code: failed, output: said } = await project.pulumi("preview");
    assert.notEqual(failed, 0);
    assert.match(said, /the service has no trained model/);
  });

  it("is unknown in the preview that trains its model again", async () => {
    const program = (epochs: number) => `
      const churn = new ml.TrainedModel("again", { ...args, hyperparameters: { epochs: ${epochs} } });
      exports.seen = ml.TrainedModel.get("looked-up", churn.ref).ref.trainedModelArn;`;
    project.program(program(10));
    await project.up();
    project.program(program(20));
    const steps = await project.previewed();
    assert.equal(steps["TrainingJob again replace"], 1, JSON.stringify(steps));
    await project.up();
    const [seen, arn] = [await project.pulumi("stack", "output", "seen"), (await project.resource("TrainingJob", "again")).id];
    assert.equal(seen.stdout.trim(), arn);
  });
});
