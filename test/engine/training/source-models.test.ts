import assert from "node:assert/strict";
import { Project } from "../harness";

describe("a model whose base does not serve", function () {
  this.timeout(120_000);
  let project: Project;
  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  it("names the base, and the line to mark it with mends both", async () => {
    project.program(`
      const base = new ml.TrainedModel("base", args);
      new ml.TrainedModel("next", { ...args, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });`);
    await project.up();
    const [base, next] = [await project.served("base"), await project.served("next")];
    // The service takes the latest version where a base is named, and that one is no more.
    assert.ok(base && next && project.service.change(next, { status: "INACTIVE" }));
    const tainted = await project.pulumi("state", "taint", "--yes", (await project.resource("TrainingJob", "next")).urn);
    assert.equal(tainted.code, 0, tainted.output);
    const { output } = await project.upFails();
    assert.match(output, /cannot train on \S+#\S+ \(none is named, [^)]*\): it is INACTIVE, not ACTIVE/);
    assert.equal(project.service.creates, 2);
    const [command = "", ...more] = output.match(/^ *pulumi .*$/gm) ?? [];
    assert.match(command, /TrainingJob::base'$/, output);
    assert.deepEqual(more, []);
    const marked = await project.shell(command.trim());
    assert.equal(marked.code, 0, marked.output);
    await project.up();
    assert.equal(project.service.creates, 4);
    assert.equal((await project.served("next"))?.status, "ACTIVE");
    assert.deepEqual(
      project.service
        .models()
        .filter(({ status }) => status === "ACTIVE")
        .map(({ trainedModelArn }) => trainedModelArn),
      Array(2).fill((await project.served("base"))?.trainedModelArn),
    );
  });
});
