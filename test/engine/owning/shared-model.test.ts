import assert from "node:assert/strict";
import { Project } from "../harness";

describe("one model of two resources", function () {
  this.timeout(240_000);
  let project: Project;
  let arn: string;

  const program = (second: "adopts" | "owns" | "is gone") => {
    const adopt = second === "adopts" ? `adopt: { trainedModelArn: "${arn}" }` : "";
    project.program(`
      new ml.TrainedModel("first", args);
      ${second === "is gone" ? "" : `new ml.TrainedModel("second", { ...args, ${adopt} });`}`);
  };
  const status = () => project.service.models().find(({ trainedModelArn }) => trainedModelArn === arn)?.status;

  beforeEach(async () => {
    project = await Project.create();
    project.program(`new ml.TrainedModel("first", args);`);
    await project.up();
    arn = (await project.resource("TrainingJob", "first")).id ?? "";
    program("adopts");
    await project.up();
    program("owns");
    await project.up();
    assert.equal((await project.resource("TrainingJob", "second")).id, arn);
  });
  afterEach(() => project.close());

  it("keeps it in an `up` that deletes one of them", async () => {
    program("is gone");
    const { output } = await project.up();
    assert.match(output, /kept arn:\S+: a resource of this run has it/);
    assert.equal(status(), "ACTIVE");
  });

  it("deletes it in a `destroy` of one of them: nothing asks for the other", async () => {
    const { urn } = await project.resource("TrainingJob", "second");
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview", "--target-dependents", "--target", urn);
    assert.equal(code, 0, output);
    assert.equal((await project.resource("TrainingJob", "first")).id, arn);
    assert.equal(status(), "INACTIVE");
  });
});
