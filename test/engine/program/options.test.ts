import assert from "node:assert/strict";
import { Project } from "../harness";

describe("Pulumi's options on a trained model", function () {
  this.timeout(240_000);
  let project: Project;

  const program = (isChanged: boolean) =>
    project.program(`
      const next = (before, after) => (${isChanged} ? after : before);
      const eu = new ml.Provider(next("eu", "europe"), { region: "eu-west-1", defaultTags: { stage: "prod" } });
      new ml.TrainedModel("abroad", args, { provider: eu });
      new ml.TrainedModel("ignoring", { ...args, hyperparameters: { epochs: next(1, 2) } }, { ignoreChanges: ["hyperparameters"] });
      new ml.TrainedModel("tags-replace", { ...args, tags: { a: next("1", "2") } }, { replaceOnChanges: ["tags"] });
      new ml.TrainedModel("protected", args, { protect: next(true, false) });
      new ml.TrainedModel(next("old", "new"), args, { aliases: next([], [{ name: "old" }]) });
      new ml.TrainedModel("hidden", args, { additionalSecretOutputs: ["description", "status"] });`);

  before(async () => {
    project = await Project.create({ quotas: { jobsPerMembership: 10 } });
    program(false);
    await project.up();
  });
  after(() => project.close());

  it("trains where the Provider says, with its tags", async () => {
    const abroad = await project.served("abroad");
    assert.equal(abroad?.region, "eu-west-1");
    assert.equal(abroad?.tags.stage, "prod");
    assert.equal((await project.resource("TrainingJob", "abroad")).outputs.region, "eu-west-1");
  });

  it("protects the job, never its waiter", async () => {
    assert.equal((await project.resource("TrainingJob", "protected")).protect, true);
    assert.ok(!(await project.resource("TrainingWaiter", "protected")).protect);
  });

  it("does what each option asks for when the program changes, and trains nothing else", async () => {
    program(true);
    const operations = await project.planned();
    const jobs = Object.keys(operations).filter((key) => key.startsWith("TrainingJob") && !key.includes("tags-replace"));
    assert.deepEqual(jobs, []);
    assert.equal(operations["TrainingJob tags-replace replace"], 1);
    assert.equal(project.service.creates, 7);
  });
});
