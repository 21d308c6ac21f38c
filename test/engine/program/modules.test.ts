import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Project } from "../harness";
import { host } from "../host";

describe("a program in a process of its own", function () {
  this.timeout(120_000);
  let project: Project;
  before(async () => {
    project = await Project.create({ trainingSeconds: 0.1 });
    project.program("new ml.TrainedModel('churn', args);");
    await project.up();
  });
  after(() => project.close());

  const rewritten = (main: string, text: string) => {
    writeFileSync(path.join(project.folder, main), text);
    writeFileSync(path.join(project.folder, "package.json"), JSON.stringify({ name: "shop", main }));
    project.host(host, main);
  };

  it("may be an ES module, and changes nothing that a CommonJS module made", async () => {
    const resource = await project.resource("TrainingJob");
    const { __provider, __context, ...inputs } = resource.inputs;
    rewritten(
      "index.mjs",
      `import { TrainedModel } from "pulumi-cleanroomsml";
      export const arn = new TrainedModel("churn", ${JSON.stringify(inputs)}).trainedModelArn;`,
    );
    const { code, output } = await project.start("preview", "--expect-no-changes").finished;
    assert.equal(code, 0, output);
  });

  it("is not needed by a refresh and a destroy", async () => {
    rewritten("index.js", "throw new Error('nobody runs this');");
    for (const args of [
      ["refresh", "--yes", "--skip-preview", "--expect-no-changes"],
      ["destroy", "--yes", "--skip-preview"],
    ]) {
      const { code, output } = await project.start(...args).finished;
      assert.equal(code, 0, output);
    }
    assert.equal(project.service.models()[0]?.status, "INACTIVE");
  });
});
