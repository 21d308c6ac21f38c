import assert from "node:assert/strict";
import { Project } from "../harness";
import { isStory } from "../story";

describe("what changed outside", function () {
  this.timeout(240_000);
  isStory(this);
  let project: Project;

  before(async () => {
    project = await Project.create();
    project.program(program(`{ team: "ml", cost: "1" }`));
    await project.up();
  });
  after(() => project.close());

  const program = (tags: string) => `
    const tagged = new ml.TrainedModel("tagged", { ...args, tags: ${tags} });
    const gone = new ml.TrainedModel("gone", args);
    const tidied = new ml.TrainedModel("tidied", args);
    exports.tags = tagged.tags; exports.tidied = tidied.status;`;
  const changeOutside = async (name: string, to: Parameters<Project["service"]["change"]>[1]) => {
    const model = await project.served(name);
    assert.ok(model && project.service.change(model, to));
  };
  const programsTags = async () => {
    const tags = (await project.served("tagged"))?.tags ?? {};
    return Object.fromEntries(Object.entries(tags).filter(([key]) => key !== "cleanroomsml:owner"));
  };

  it("leaves the state as it is where a read fails for any other reason than a 404", async () => {
    const before = await project.recorded();
    project.service.faults.add({ kind: "error", code: "AccessDeniedException", operation: "GetTrainedModel" });
    const { code, output } = await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.notEqual(code, 0);
    assert.match(output, /allow `cleanrooms-ml:GetTrainedModel`/);
    project.service.faults.clear();
    project.service.faults.add({ kind: "expired-token" });
    assert.notEqual((await project.pulumi("refresh", "--yes", "--skip-preview")).code, 0);
    project.service.faults.clear();
    assert.deepEqual(await project.recorded(), before);
  });

  it("shows tags of the program's keys, keeps a model without output, drops one that is gone", async () => {
    await changeOutside("tagged", { tags: { team: "other", foreign: "x", "cleanroomsml:owner": "whoever" } });
    await changeOutside("gone", { gone: true });
    await changeOutside("tidied", { status: "INACTIVE" });
    const { code, output } = await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    const tagged = await project.resource("TrainingJob", "tagged");
    assert.deepEqual(tagged.inputs.tags, { team: "other" });
    assert.deepEqual(tagged.outputs.tags, { team: "other" });
    assert.equal((await project.resource("TrainingWaiter", "tidied")).outputs.status, "INACTIVE");
    assert.deepEqual(
      (await project.state()).filter(({ urn, id }) => id && urn.endsWith("::gone")),
      [],
    );
  });

  it("mends the tags of its own keys, trains what is gone, reports what has no output", async () => {
    const { output } = await project.upFails("--continue-on-error");
    assert.deepEqual(await programsTags(), { team: "ml", cost: "1", foreign: "x" });
    assert.equal(project.service.creates, 4);
    assert.equal((await project.served("gone"))?.status, "ACTIVE");
    assert.match(output, /tidied-\S+ has no output/);
    await changeOutside("tidied", { status: "ACTIVE" });
  });

  it("sets a key, takes one off, and leaves the others alone", async () => {
    project.program(program(`{ team: "ml", "stage:env/x=y@z": "prod" }`));
    const operations = await project.planned();
    assert.equal(operations["TrainingJob tagged update"], 1);
    assert.deepEqual(await programsTags(), { team: "ml", "stage:env/x=y@z": "prod", foreign: "x" });
    assert.equal((await project.resource("TrainingWaiter", "tidied")).outputs.status, "ACTIVE");
    assert.equal(project.service.creates, 4);
  });
});
