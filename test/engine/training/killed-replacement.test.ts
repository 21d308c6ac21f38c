import assert from "node:assert/strict";
import { descendants, hostsAmong, signal } from "../../reliability/processes";
import { Project } from "../harness";

describe("a training that is asked for again, and killed before its ARN is recorded", function () {
  this.timeout(240_000);
  let project: Project;
  let first: string | undefined;

  beforeEach(async () => {
    project = await Project.create();
    project.program(`new ml.TrainedModel("churn", args);`);
    await project.up();
    first = (await project.resource("TrainingJob")).id;
    // Hours: the model that nobody recorded still trains when it is found.
    project.service.faults.add({ kind: "training-time", seconds: 3_000, times: 1 });
    project.service.faults.add({ kind: "slow", operation: "CreateTrainedModel", delayMs: 20_000, when: "after", times: 1 });
  });
  afterEach(() => project.close());

  /** The service has accepted the training, and its answer reaches nobody. */
  const dieAfterCreate = async (...flags: string[]) => {
    const { child, finished } = project.start("up", "--yes", "--skip-preview", ...flags);
    while (project.service.creates < 2 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(child.pid && child.exitCode === null, "it was not killed in time");
    const hosts = hostsAmong(descendants(child.pid));
    for (const pid of [child.pid, ...hosts.map(({ pid }) => pid)]) signal(pid, "SIGKILL");
    await finished;
    assert.equal((await project.pulumi("cancel", "--yes")).code, 0);
    project.service.faults.clear();
    assert.equal((await project.resource("TrainingJob")).id, first);
  };

  const assertReplaced = async () => {
    assert.equal(project.service.creates, 2);
    assert.notEqual((await project.resource("TrainingJob")).id, first);
    assert.deepEqual(
      project.service.models().map(({ status }) => status),
      ["INACTIVE", "ACTIVE"],
    );
  };

  it("is taken over after a taint, and the old model goes once the new one is ACTIVE", async () => {
    const { urn } = await project.resource("TrainingJob");
    assert.equal((await project.pulumi("state", "taint", "--yes", urn)).code, 0);
    await dieAfterCreate();
    project.clock.skip(3_000);
    await project.up();
    await assertReplaced();
  });

  it("is taken over by another --replace; one part alone starts nothing", async () => {
    await dieAfterCreate("--replace", "**TrainingJob::churn");
    for (const part of ["TrainingWaiter", "TrainedModel"]) await project.up("--target", `**${part}::churn`);
    assert.equal(project.service.creates, 2);
    assert.equal((await project.resource("TrainingJob")).id, first);
    project.clock.skip(3_000);
    await project.up("--replace", "**TrainingJob::churn");
    await assertReplaced();
  });

  it("is named by a refresh when nobody wants it any more, and the line cancels it", async () => {
    await dieAfterCreate("--replace", "**TrainingJob::churn");
    await project.up();
    assert.equal(project.service.creates, 2);
    const { code, output } = await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    const command = /^ *(npx cleanroomsml cancel .*)$/m.exec(output)?.[1];
    assert.ok(command, output);
    const cancelled = await project.shell(command);
    assert.equal(cancelled.code, 0, cancelled.output);
    assert.deepEqual(
      project.service.models().map(({ status }) => status),
      ["ACTIVE", "INACTIVE"],
    );
    assert.equal((await project.resource("TrainingJob")).id, first);
  });
});
