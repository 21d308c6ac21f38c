import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Project } from "../engine/harness";
import { descendants, hostsAmong, signal } from "../reliability/processes";

/** A chain with secrets and tags, one by a Provider of its own, and the two parts on their own. */
const program = (more = "", tags = '{ team: "ml", hidden: pulumi.secret("planted-tag") }') => `
const own = new ml.Provider("own", { region: "us-east-1", defaultTags: { team: "own" } });
const base = new ml.TrainedModel("base", {
  ...args, tags: ${tags}, environment: { TOKEN: pulumi.secret("planted-token") },
  hyperparameters: { epochs: 10, key: pulumi.secret("planted-key") },
}, { customTimeouts: { create: "3h" } });
const next = new ml.TrainedModel("next", { ...args, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });
new ml.TrainedModel("apart", args, { provider: own });
const bare = new ml.TrainingJob("bare", { ...args, description: "alone" });
exports.status = new ml.TrainingWaiter("bare", { jobId: bare.id }).status;
exports.arn = next.trainedModelArn; exports.version = next.versionIdentifier; ${more}`;

const ways = [
  { from: "dynamic", to: "plugin", type: "cleanroomsml:index:TrainingJob" },
  { from: "plugin", to: "dynamic", type: "pulumi-nodejs:dynamic/cleanroomsml:TrainingJob" },
] as const;

const READS = /^(Get|List)/;

describe("a stack that moves", function () {
  this.timeout(240_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create({ trainingSeconds: 0.2, quotas: { jobsPerMembership: 10 } });
  });
  afterEach(() => project.close());

  const asked = () => project.service.requests.map(({ operation }) => operation);
  const succeed = async (...args: string[]) => {
    const { code, output } = await project.pulumi(...args);
    assert.equal(code, 0, output);
    return output;
  };
  /** Steps of what is trained, without those of the providers themselves. */
  const previewed = async () => {
    const steps = Object.entries(await project.previewed());
    return Object.fromEntries(steps.filter(([step]) => !/ own /.test(step)));
  };

  for (const { from, to, type } of ways) {
    it(`from the ${from} to the ${to} host is unchanged, there and back, and loses nothing`, async () => {
      project.program(program());
      project.host(from);
      await project.up();
      const [creates, before] = [project.service.creates, asked().length];
      project.host(to);
      assert.deepEqual(await previewed(), {});
      assert.deepEqual(await project.planned(), {});
      const jobs = (await project.state()).filter(({ urn }) => urn.includes("TrainingJob::"));
      assert.deepEqual(new Set(jobs.map((job) => job.type)), new Set([type]));
      await succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      assert.deepEqual(
        asked()
          .slice(before)
          .filter((operation) => !READS.test(operation ?? "")),
        [],
      );
      assert.deepEqual(await project.planned(), {});
      project.program(program("", '{ team: "data" }'));
      assert.deepEqual(await project.planned(), { "TrainingJob base update": 1 });
      assert.equal((await project.served("base"))?.tags.team, "data");
      project.host(from);
      assert.deepEqual(await project.planned(), {});
      assert.equal(project.service.creates, creates);
      assert.ok(!project.writtenText().includes("planted-"), "a secret is in the state as plain text");
      await succeed("destroy", "--yes", "--skip-preview");
      assert.deepEqual(new Set(project.service.models().map(({ status }) => status)), new Set(["INACTIVE"]));
    });

    it(`from the ${from} to the ${to} host after a kill pays nothing twice`, async () => {
      project.program(`new ml.TrainedModel("churn", { ...args, tags: { team: "ml" } });`);
      project.host(from);
      project.service.faults.add({ kind: "hang", operation: "CreateTrainedModel", when: "after", times: 1 });
      const { child } = project.start("up", "--yes", "--skip-preview");
      const exit = once(child, "exit");
      while (project.service.creates === 0) await delay(20);
      const { pid = assert.fail() } = child;
      for (const host of hostsAmong(descendants(pid))) signal(host.pid, "SIGKILL");
      signal(pid, "SIGKILL");
      await exit;
      assert.equal(await project.hasPendingOperations(), true);
      await succeed("cancel", "--yes");
      project.host(to);
      await project.up();
      assert.equal(project.service.creates, 1);
      assert.equal((await project.served())?.status, "ACTIVE");
      assert.deepEqual(await project.planned(), {});
      project.host(from);
      assert.deepEqual(await project.planned(), {});
    });

    it(`from the ${from} to the ${to} host within a wait goes on to wait`, async () => {
      project.program(`new ml.TrainedModel("churn", args);`);
      project.host(from);
      await project.close();
      project = await Project.create({ trainingSeconds: 6 });
      project.program(`new ml.TrainedModel("churn", args);`);
      project.host(from);
      const { child, finished } = project.start("up", "--yes", "--skip-preview");
      while (project.service.creates === 0) await delay(20);
      await delay(1_500);
      child.kill("SIGINT");
      await finished;
      project.host(to);
      await project.up();
      assert.equal(project.service.creates, 1);
      assert.equal((await project.resource("TrainingWaiter")).outputs.status, "ACTIVE");
      assert.deepEqual(await project.planned(), {});
    });
  }

  it("to the plugin is refreshed and destroyed before its first `pulumi up` there: the package has both hosts", async () => {
    project.program(`new ml.TrainedModel("churn", args);`);
    project.host("dynamic");
    await project.up();
    project.host("plugin");
    await succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await succeed("destroy", "--yes", "--skip-preview");
    assert.equal(project.service.models()[0]?.status, "INACTIVE");
  });
});
