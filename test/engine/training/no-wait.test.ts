import assert from "node:assert/strict";
import { Project } from "../harness";

describe("a model that nobody waits for (wait: false)", function () {
  this.timeout(240_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create({ trainingSeconds: 600 });
    project.program(`
      const churn = new ml.TrainedModel("churn", { ...args, wait: false });
      exports.status = churn.status;`);
    await project.up();
  });
  afterEach(() => project.close());

  const status = async () => (await project.pulumi("stack", "output", "status")).stdout.trim();
  const creates = () => project.service.creates;

  it("shows its true status with each up, and has nothing to do once it is ACTIVE", async () => {
    assert.match(await status(), /^CREATE_(PENDING|IN_PROGRESS)$/);
    assert.deepEqual(await project.previewed(), { "TrainingWaiter churn update": 1 });
    project.clock.skip(700);
    await project.up();
    assert.equal(await status(), "ACTIVE");
    assert.deepEqual(await project.previewed(), {});
    assert.equal(creates(), 1);
  });

  it("shows its true status after a refresh", async () => {
    project.clock.skip(700);
    assert.equal((await project.pulumi("refresh", "--yes", "--skip-preview")).code, 0);
    assert.equal((await project.resource("TrainingWaiter")).outputs.status, "ACTIVE");
    assert.deepEqual(await project.previewed(), {});
    await project.up();
    assert.equal(await status(), "ACTIVE");
  });

  it("says with each up that its training failed, with the card, and does not fail for it", async () => {
    const [model] = project.service.models();
    assert.ok(model);
    project.service.change(model, { status: "CREATE_FAILED" });
    for (let run = 0; run < 2; run++) {
      const { output } = await project.up();
      assert.match(output, /warning: .*failed to train \(CREATE_FAILED\)/);
      assert.match(output, /pulumi state taint --yes 'urn/);
      assert.equal(await status(), "CREATE_FAILED");
    }
    assert.equal(creates(), 1);
  });
});
