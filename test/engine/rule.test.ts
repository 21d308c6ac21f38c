import assert from "node:assert/strict";
import { Project } from "./harness";

describe("the rule of what trains", function () {
  this.timeout(240_000);
  let project: Project;

  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  const program = (wait: boolean) =>
    project.program(`
      new ml.TrainedModel("failed", args);
      new ml.TrainedModel("cancelled", args, { customTimeouts: { delete: "5m" } });
      new ml.TrainedModel("deleted", { ...args, wait: ${wait} });`);

  it("trains each model once", async () => {
    project.service.faults.add({ kind: "fail-training", match: { name: "failed-*" }, statusCode: "AlgorithmError" });
    project.service.faults.add({ kind: "fail-training", match: { name: "cancelled-*" }, message: "somebody cancelled it" });
    program(false);
    await project.upFails("--continue-on-error");
    assert.equal(project.service.creates, 3);
    for (const name of ["cancelled", "deleted"]) {
      const model = await project.served(name);
      assert.ok(model && project.service.change(model, { status: "INACTIVE" }));
    }
    program(true);
  });

  for (const [index, command] of ["up", "refresh", "up", "up --refresh", "up --refresh", "up"].entries())
    it(`trains nothing at \`pulumi ${command}\` (${index + 1}), and says of each model what it is and what to do`, async () => {
      const [name = "", ...flags] = command.split(" ");
      const { code, output } = await project.pulumi(name, "--yes", "--skip-preview", ...flags);
      assert.equal(project.service.creates, 3, output);
      if (name === "refresh") {
        assert.equal(code, 0, output);
      } else {
        assert.notEqual(code, 0, output);
        const told = ["failed", "cancelled", "deleted"].filter((model) =>
          new RegExp(`^ *pulumi state taint --yes '\\S+TrainingJob::${model}'`, "m").test(output),
        );
        assert.ok(told.length >= 1, output);
      }
      for (const model of ["failed", "cancelled", "deleted"]) assert.ok((await project.resource("TrainingJob", model)).id);
      assert.equal((await project.resource("TrainingWaiter", "failed")).outputs.status, "CREATE_FAILED");
    });

  it("reports all three in one run with --continue-on-error", async () => {
    const { output } = await project.upFails("--continue-on-error");
    for (const model of ["failed", "cancelled", "deleted"])
      assert.match(output, new RegExp(`^ *pulumi state taint --yes '\\S+TrainingJob::${model}'`, "m"));
    assert.match(output, /AlgorithmError/);
    assert.match(output, /deleted-\S+ has no output: it was cancelled, or a member of the collaboration deleted it/);
    assert.equal(project.service.creates, 3);
  });
});
