import assert from "node:assert/strict";
import { Project } from "../harness";
import { isStory } from "../story";

const COMMANDS = [
  "up",
  "refresh",
  "up --continue-on-error",
  "up --refresh",
  "up --refresh --continue-on-error",
  "up --continue-on-error",
];

const models = ["failed", "cancelled", "deleted"] as const;
const gone = "has no output: it was cancelled, or a member of the collaboration deleted it \\(INACTIVE\\)";
/** What the card says of each. */
const cards = {
  failed: /^\s*\* failed-\S+ failed to train \(CREATE_FAILED\): AlgorithmError/m,
  cancelled: new RegExp(`^\\s*\\* cancelled-\\S+ ${gone}`, "m"),
  deleted: new RegExp(`^\\s*\\* deleted-\\S+ ${gone}`, "m"),
};

describe("the rule of what trains", function () {
  this.timeout(240_000);
  isStory(this);
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

  for (const [index, command] of COMMANDS.entries())
    it(`trains nothing at \`pulumi ${command}\` (${index + 1}), and says of each model what it is and what to do`, async () => {
      const [name = "", ...flags] = command.split(" ");
      const { code, output } = await project.pulumi(name, "--yes", "--skip-preview", ...flags);
      assert.equal(project.service.creates, 3, output);
      if (name === "refresh") {
        assert.equal(code, 0, output);
      } else {
        assert.notEqual(code, 0, output);
        const failed = models.filter((model) => output.includes(`TrainingWaiter (${model}):\n    error: `));
        const taint = (model: string) => new RegExp(`^ *pulumi state taint --yes '\\S+TrainingJob::${model}'`, "m");
        assert.deepEqual(
          models.filter((model) => cards[model].test(output)),
          failed,
          output,
        );
        assert.deepEqual(
          models.filter((model) => taint(model).test(output)),
          failed,
          output,
        );
        // Without the flag, the first failure keeps the engine from beginning what is left.
        assert.ok(failed.length === 3 || (failed.length > 0 && !flags.includes("--continue-on-error")), output);
      }
      for (const model of models) assert.ok((await project.resource("TrainingJob", model)).id);
      assert.equal((await project.resource("TrainingWaiter", "failed")).outputs.status, "CREATE_FAILED");
    });
});
