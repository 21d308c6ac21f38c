import assert from "node:assert/strict";
import { Project } from "../harness";
import { isStory } from "../story";

describe("taking over models that exist", function () {
  this.timeout(240_000);
  isStory(this);
  let owner: Project;
  let other: Project;
  let arns: Record<string, string>;

  const program = (isAdopted: boolean, wait: boolean) => {
    const adopt = (name: string) => `adopt: { trainedModelArn: "${arns[name]}" }`;
    other.program(`
      const shared = new ml.TrainedModel("shared", { ...args, ${adopt("shared")}, tags: { reader: "other" } });
      const given = new ml.TrainedModel("given", { ...args, ${isAdopted ? adopt("given") : ""} });
      const later = new ml.TrainedModel("later", { ...args, wait: ${wait} });
      const seen = ml.TrainedModel.get("seen", { trainedModelArn: "${arns.shared}" });
      new ml.TrainedModel("on-top", { ...args, incrementalTrainingDataChannels: [{ ...seen.ref, channelName: "base" }] });
      class Follower extends pulumi.dynamic.Resource {
        constructor() { super({ create: async () => ({ id: "f", outs: { at: Date.now() } }) }, "follower", { at: undefined }, { dependsOn: shared }); }
      }
      exports.seen = seen.status; exports.name = seen.name; exports.follower = new Follower().at;`);
  };
  const statusOf = (name: string) =>
    owner.service.models().find(({ trainedModelArn, versionIdentifier }) => trainedModelArn === arns[name] && !versionIdentifier)
      ?.status;

  before(async () => {
    owner = await Project.create();
    owner.program(`for (const name of ["shared", "given"]) new ml.TrainedModel(name, { ...args, tags: { team: "ml" } });`);
    await owner.up();
    const jobs = (await owner.state()).filter(({ type }) => type.endsWith("TrainingJob"));
    arns = Object.fromEntries(jobs.map(({ urn, id }) => [urn.split("::").at(-1), id]));
    other = await Project.create();
    other.env.AWS_ENDPOINT_URL_CLEANROOMSML = owner.service.endpoint;
  });
  after(async () => {
    await owner.close();
    await other.close();
  });

  it("refuses, and starts nothing, where the inputs are not the model's or there is no such model", async () => {
    other.program(`
      new ml.TrainedModel("other-inputs", { ...args, description: "mine", adopt: { trainedModelArn: "${arns.shared}" } });
      new ml.TrainedModel("nobody", { ...args, adopt: { trainedModelArn: "${arns.shared?.slice(0, -4)}ffff" } });`);
    const { output } = await other.upFails("--continue-on-error");
    assert.match(output, /trained from other inputs: description differ/);
    assert.match(output, /names a model that the service does not have/);
    assert.equal(owner.service.creates, 2);
  });

  it("takes over, looks at, trains on top, and does not wait where it is told so", async () => {
    program(true, false);
    owner.service.faults.add({ kind: "training-time", seconds: 60, match: { name: "later-*" } });
    const { stdout } = await other.up();
    assert.equal(owner.service.creates, 4, "later and on-top alone");
    assert.equal((await other.resource("TrainingJob", "shared")).id, arns.shared);
    assert.equal((await other.resource("TrainingJob", "on-top")).id?.split("#")[0], arns.shared);
    assert.match(stdout, /seen *: "ACTIVE"/);
    assert.match(String((await other.resource("TrainingWaiter", "later")).outputs.status), /^CREATE_/);
  });

  it("takes over a first version that has a later one: GetTrainedModel tells of the later one alone", async () => {
    const third = await Project.create();
    third.env.AWS_ENDPOINT_URL_CLEANROOMSML = owner.service.endpoint;
    third.program(`new ml.TrainedModel("first", { ...args, adopt: { trainedModelArn: "${arns.shared}" } });`);
    const { stdout } = await third.up();
    assert.equal((await third.resource("TrainingJob", "first")).id, arns.shared);
    assert.match(stdout, /does not tell all inputs of this model, so they were not compared: .*hyperparameters/);
    assert.deepEqual(await third.planned(), {});
    assert.equal(owner.service.creates, 4);
    await third.close();
  });

  it("makes one update that waits of wait: false turned on; without `adopt` the stack owns the model", async () => {
    program(false, true);
    owner.clock.skip(60);
    const operations = await other.planned();
    const looks = { "TrainingJob seen read": 1, "TrainingWaiter seen read": 1 };
    assert.deepEqual(operations, { ...looks, "TrainingJob given update": 1, "TrainingWaiter later update": 1 });
    assert.equal((await other.resource("TrainingWaiter", "later")).outputs.status, "ACTIVE");
    assert.equal(owner.service.creates, 4);
  });

  it("destroys what it owns, and leaves what it adopted or looked at", async () => {
    const { code, output } = await other.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    assert.equal(statusOf("shared"), "ACTIVE");
    assert.equal(statusOf("given"), "INACTIVE");
    const { output: next } = await owner.upFails("--refresh", "--continue-on-error");
    assert.match(next, /given-\S+ has no output/);
    assert.doesNotMatch(next, /shared-\S+ has no output/);
    assert.equal(owner.service.creates, 4);
  });
});
