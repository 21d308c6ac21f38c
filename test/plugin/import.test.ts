import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MARK_KEY } from "../../provider/core/ownership/marks";
import { Project } from "../engine/harness";

const ID = /<PLACEHOLDER>/g;

describe("a model that exists, brought into a stack by Pulumi's own import", function () {
  this.timeout(120_000);
  let project: Project;
  let id: string;

  /** A model that another stack has trained and forgot. */
  beforeEach(async () => {
    project = await Project.create();
    project.host("plugin");
    project.program(`new ml.TrainedModel("churn", { ...args, tags: { team: "ml" }, description: "weekly" });`);
    await project.up();
    id = (await project.resource("TrainingJob")).id ?? assert.fail("no id");
    await forget();
  });
  afterEach(() => project.close());

  async function forget(): Promise<void> {
    const { code, output } = await project.pulumi("state", "delete", "--all", "--force", "--yes");
    assert.equal(code, 0, output);
  }

  async function run(...args: string[]): Promise<string> {
    const { code, output } = await project.pulumi(...args);
    assert.equal(code, 0, output);
    return output;
  }

  async function isUnchanged(): Promise<void> {
    await run("preview", "--expect-no-changes");
    await run("up", "--yes", "--skip-preview", "--expect-no-changes");
    await run("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(project.service.creates, 1);
  }

  it("with its component, by the file that a preview writes", async () => {
    await run("preview", "--import-file", "import.json");
    const file = path.join(project.folder, "import.json");
    const text = readFileSync(file, "utf8");
    assert.equal(text.match(ID)?.length, 2);
    writeFileSync(file, text.replace(ID, id));
    await run("import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes");
    await isUnchanged();
    project.program(`new ml.TrainedModel("churn", { ...args, tags: { team: "data" }, description: "weekly" });`);
    assert.deepEqual(await project.planned(), { "TrainingJob churn update": 1 });
    assert.equal((await project.served())?.tags.team, "data");
    await run("destroy", "--yes", "--skip-preview");
    assert.equal(project.service.models()[0]?.status, "INACTIVE");
  });

  it("into a component that is in the state, once the file has another name for the job", async () => {
    project.program(`new ml.TrainedModel("churn", { ...args, tags: { team: "ml" }, description: "weekly" });`);
    await run("preview", "--import-file", "import.json");
    const file = path.join(project.folder, "import.json");
    const { resources } = JSON.parse(readFileSync(file, "utf8").replace(ID, id));
    const isPart = ({ type }: { type: string }) => !type.endsWith("TrainedModel");
    const component = resources.filter((one: { type: string }) => !isPart(one));
    writeFileSync(file, JSON.stringify({ resources: component }));
    await run("import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes");
    await run("preview", "--import-file", "import.json");
    const text = readFileSync(file, "utf8").replace(ID, id);
    writeFileSync(file, text);
    const refused = await project.pulumi("import", "--file", "import.json", "--generate-code=false", "--yes");
    assert.match(refused.output, /unknown parent/);
    const jobNamedAlike = `"type": "cleanroomsml:index:TrainingJob",\n            "name": "churn",`;
    assert.ok(text.includes(jobNamedAlike), text);
    writeFileSync(
      file,
      text.replace(jobNamedAlike, jobNamedAlike.replace('"churn"', '"churnTrainingJob", "logicalName": "churn"')),
    );
    await run("import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes");
    await run("preview", "--expect-no-changes");
    assert.equal(project.service.creates, 1);
  });

  /** As a run that was killed within the create leaves it. */
  const mark = () => {
    const model = project.service.models()[0] ?? assert.fail();
    project.service.change(model, { tags: { ...model.tags, [MARK_KEY]: "of-a-create" } });
  };
  const marks = () => project.service.models().filter(({ tags }) => MARK_KEY in tags).length;

  it("with the mark of a run that was killed, which the next `pulumi up` takes off", async () => {
    mark();
    const program = (options: string) =>
      `new ml.TrainedModel("churn", { ...args, tags: { team: "ml" }, description: "weekly" }${options});`;
    project.program(program(`, { import: ${JSON.stringify(id)} }`));
    const { output } = await project.up();
    assert.doesNotMatch(output, /do not match/);
    project.program(program(""));
    await run("refresh", "--yes", "--skip-preview");
    assert.equal(marks(), 1);
    assert.deepEqual(await project.planned(), { "TrainingWaiter churn update": 1 });
    assert.equal(marks(), 0);
    await isUnchanged();
  });

  it("by the option `import`, which is then left out", async () => {
    const program = (
      options: string,
    ) => `const job = new ml.TrainingJob("churn", { ...args, tags: { team: "ml" }, description: "weekly" }${options});
new ml.TrainingWaiter("churn", { jobId: job.id }${options});`;
    project.program(program(`, { import: ${JSON.stringify(id)} }`));
    assert.deepEqual(await project.planned(), {
      "Stack shop-dev create": 1,
      "TrainingJob churn import": 1,
      "TrainingWaiter churn import": 1,
    });
    project.program(program(""));
    await isUnchanged();
  });

  it("by the option `import` of its component, which is one training of before and none to come", async () => {
    const program = (options: string) =>
      `new ml.TrainedModel("churn", { ...args, tags: { team: "ml" }, description: "weekly" }${options});`;
    project.program(program(`, { import: ${JSON.stringify(id)} }`));
    const { output } = await project.pulumi("preview");
    assert.doesNotMatch(output, /trains:/);
    assert.deepEqual(await project.planned(), {
      "Stack shop-dev create": 1,
      "TrainedModel churn create": 1,
      "TrainingJob churn import": 1,
      "TrainingWaiter churn import": 1,
    });
    project.program(program(""));
    await isUnchanged();
  });

  it("not where the program says other inputs, and nothing is trained", async () => {
    project.program(
      `new ml.TrainingJob("churn", { ...args, hyperparameters: { epochs: 99 } }, { import: ${JSON.stringify(id)} });`,
    );
    const { output } = await project.upFails();
    assert.match(output, /may not be replaced[\s\S]*hyperparameters: .*10.*99/);
    assert.equal(project.service.creates, 1);
  });

  it("not where the service does not tell all inputs, and the input that helps is named", async () => {
    project.program(`const base = new ml.TrainedModel("base", args);
new ml.TrainedModel("v2", { ...args, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });`);
    await project.up();
    const base = (await project.resource("TrainingJob", "base")).id ?? "";
    const later = (await project.resource("TrainingJob", "v2")).id ?? "";
    await forget();
    const refused = await project.pulumi(
      "import",
      "cleanroomsml:index:TrainingJob",
      "base",
      base,
      "--generate-code=false",
      "--yes",
    );
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /a first version beside later ones.*`dataChannels`.*\n.*`adopt: \{ trainedModelArn \}`/);
    await run("import", "cleanroomsml:index:TrainingJob", "v2", later, "--generate-code=false", "--yes");
    const { inputs } = await project.resource("TrainingJob", "v2");
    assert.deepEqual(inputs?.incrementalTrainingDataChannels, [{ trainedModelArn: base, channelName: "base" }]);
  });

  it("by `refresh --import-pending-creates`, of a create that was cut off", async () => {
    const program = `new ml.TrainedModel("fresh", args);`;
    project.program(program);
    project.service.faults.add({ kind: "hang", operation: "CreateTrainedModel", when: "after", times: 1 });
    const { child, finished } = project.start("up", "--yes", "--skip-preview");
    while (project.service.creates < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await finished;
    assert.equal(await project.hasPendingOperations(), true);
    const { trainedModelArn } = project.service.models().find(({ name }) => name.startsWith("fresh")) ?? assert.fail();
    const urn = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$cleanroomsml:index:TrainingJob::fresh";
    const pending = [urn, trainedModelArn].flatMap((one) => ["--import-pending-creates", one]);
    await run("cancel", "--yes");
    await run("refresh", "--yes", "--skip-preview", ...pending);
    assert.equal(await project.hasPendingOperations(), false);
    // The engine of 3.250 lets go of what it was told: the create itself finds what was begun.
    await project.up();
    assert.equal(project.service.creates, 2);
    await run("preview", "--expect-no-changes");
  });
});
