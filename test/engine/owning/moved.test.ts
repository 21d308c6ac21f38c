import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Project } from "../harness";
import { isStory } from "../story";

describe("a resource under a new URN", function () {
  this.timeout(120_000);
  isStory(this);
  let project: Project;

  before(async () => {
    project = await Project.create();
    project.service.faults.add({ kind: "training-time", seconds: 3_000, match: { name: "running-*" } });
    project.program(`new ml.TrainedModel("churn", args); new ml.TrainedModel("running", { ...args, wait: false });`);
    await project.up();
  });
  after(() => project.close());

  const rename = async (...args: string[]) => {
    const { code, output } = await project.pulumi("stack", "rename", ...args);
    assert.equal(code, 0, output);
  };
  /** Nothing but updates, which train nothing, and the next run has nothing to do but to look at what still trains. */
  const settle = async () => {
    const operations = await project.planned();
    assert.deepEqual(
      Object.keys(operations).filter((key) => !key.endsWith(" update")),
      [],
    );
    assert.deepEqual(await project.planned(), { "TrainingWaiter running update": 1 });
    assert.equal(project.service.creates, 2);
  };

  it("trains nothing when the stack is renamed", async () => {
    await rename("prod");
    project.env.PULUMI_STACK = "prod";
    await settle();
  });

  it("trains nothing when the project is renamed", async () => {
    await rename("organization/store/prod");
    const file = path.join(project.folder, "Pulumi.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("name: shop", "name: store"));
    await settle();
  });

  it("trains nothing under a new name and a new parent that `aliases` lead to", async () => {
    project.program(`
      class Team extends pulumi.ComponentResource { constructor() { super("shop:index:Team", "team"); } }
      const parent = new Team();
      const from = (name) => ({ parent, aliases: [{ name, parent: pulumi.rootStackResource }] });
      new ml.TrainedModel("attrition", args, from("churn"));
      new ml.TrainedModel("still-running", { ...args, wait: false }, from("running"));`);
    const operations = await project.planned();
    assert.deepEqual(
      Object.keys(operations).filter((key) => !/ update$|^Team team create$/.test(key)),
      [],
    );
    assert.deepEqual(await project.planned(), { "TrainingWaiter still-running update": 1 });
    assert.equal(project.service.creates, 2);
  });

  it("deletes under its new URN what it trained under the old one", async () => {
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    assert.deepEqual(
      project.service.models().map(({ status }) => status),
      ["INACTIVE", "INACTIVE"],
    );
  });
});
