import assert from "node:assert/strict";
import { Project } from "../harness";

describe("a model whose region the program changes, under the engine", function () {
  this.timeout(240_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create();
  });
  afterEach(() => project.close());

  const program = (region: string, wait = true) =>
    project.program(`new ml.TrainedModel("churn", { ...args, region: "${region}", wait: ${wait} });`);
  const statuses = () => Object.fromEntries(project.service.models().map(({ region, status }) => [region, status]));

  it("cancels the training in the old region as soon as the new one is accepted", async () => {
    project.service.faults.add({ kind: "training-time", seconds: 3_000, times: 1 });
    program("us-east-1", false);
    await project.up();
    program("eu-west-1");
    const { output } = await project.up();
    assert.match(output, /cancelled the training that this one replaces: arn:aws:cleanrooms-ml:us-east-1:/);
    assert.deepEqual(statuses(), { "us-east-1": "INACTIVE", "eu-west-1": "ACTIVE" });
    assert.deepEqual(await project.previewed(), {});
  });

  it("deletes the old model by the next up, where the delete of the first did not come through", async () => {
    program("us-east-1");
    await project.up();
    program("eu-west-1");
    project.service.faults.add({ kind: "error", code: "AccessDeniedException", operation: "DeleteTrainedModelOutput", times: 1 });
    const { output } = await project.upFails();
    assert.doesNotMatch(output, / at .*:\d+:\d+\)/, `an error of a delete shows a stack: ${output}`);
    assert.deepEqual(statuses(), { "us-east-1": "ACTIVE", "eu-west-1": "ACTIVE" });
    await project.up();
    assert.deepEqual(statuses(), { "us-east-1": "INACTIVE", "eu-west-1": "ACTIVE" });
  });
});
