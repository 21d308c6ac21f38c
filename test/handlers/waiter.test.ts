import assert from "node:assert/strict";
import { MARK_KEY, ownerOf } from "../../provider/core/ownership/marks";
import { UNKNOWN } from "../../provider/core/values/unknown";
import { handlersOf } from "../../provider/handlers";
import { UnfinishedError } from "../../provider/handlers/failures";
import type { Request } from "../../provider/handlers/request";
import { type Fakes, fakes, jobInputs, nextRun, requestFor, urn } from "../core/fakes";
import { settingsOf } from "./step";

/** The handlers of one process over fakes. */
const handlers = (context: Fakes, hasCheckpoints = true) => handlersOf({ ...context, settings: settingsOf(), hasCheckpoints });

const own = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingWaiter::its-wait";
const waiting = (changes: Partial<Request> = {}) => requestFor({ urn: own, jobUrn: urn, ...changes });

/** A training that is accepted, and the service's record of it. */
async function started(environment: Record<string, string> = {}) {
  const context = fakes();
  const { id: jobId } = await handlers(context).TrainingJob.create({
    ...requestFor(),
    inputs: { ...jobInputs({ environment }) },
  });
  const [model] = context.service.models;
  assert.ok(model);
  context.service.trainingMs = 600_000;
  context.engine.lines.splice(0);
  return { context, jobId, model };
}

async function unfinished(work: Promise<unknown>): Promise<UnfinishedError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  assert.ok(error instanceof UnfinishedError, String(error));
  return error;
}

describe("a waiter that is given what is no id of a model", () => {
  for (const jobId of [
    "churn",
    "arn:aws:s3:::bucket",
    "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/x/trained-model/a",
  ]) {
    it(`asks nothing of the service: ${jobId}`, async () => {
      const context = fakes();
      const create = handlers(context).TrainingWaiter.create({ ...requestFor(), inputs: { jobId } });
      const message = `"${jobId}" is no trained model: give its ARN, followed by #VERSION for a later version`;
      await assert.rejects(create, { name: "Failure", message });
      assert.deepEqual(context.service.calls, []);
    });
  }
});

describe("a waiter's check and diff", () => {
  const { TrainingWaiter } = handlers(fakes());
  const diff = (olds: object, news: object, waiter = TrainingWaiter) =>
    waiter.diff({ ...waiting(), id: "a", olds: { ...olds }, oldSecrets: [], news: { ...news } });

  it("refuse a `wait` that is neither true nor false, nor unknown", async () => {
    const check = async (wait: unknown) =>
      (await TrainingWaiter.check({ ...waiting(), olds: undefined, news: { jobId: "a", wait } })).failures.length;
    assert.deepEqual(await Promise.all([undefined, true, false, UNKNOWN, "no"].map(check)), [0, 0, 0, 0, 1]);
  });

  it("replace for another job, and one that is not known yet", () => {
    const done = { jobId: "a", status: "ACTIVE" };
    assert.deepEqual(diff(done, { jobId: "b" }).replaces, ["jobId"]);
    assert.deepEqual(diff(done, { jobId: UNKNOWN }).replaces, ["jobId"]);
    assert.deepEqual(diff({ ...done, jobId: UNKNOWN }, { jobId: UNKNOWN }).replaces, ["jobId"]);
    assert.deepEqual(diff(done, { jobId: "a", wait: true }), { updates: [], replaces: [] });
  });

  it("look again at what is not ACTIVE, and where the program begins or stops to wait", () => {
    assert.deepEqual(diff({ jobId: "a", status: "CREATE_FAILED" }, { jobId: "a" }).updates, ["status"]);
    assert.deepEqual(diff({ jobId: "a", status: "ACTIVE" }, { jobId: "a", wait: false }).updates, ["wait"]);
    assert.deepEqual(diff({ jobId: "a", status: "ACTIVE", wait: false }, { jobId: "a" }).updates, ["wait"]);
  });

  it("settle at once what nobody waits for, and nothing else", () => {
    const context = fakes();
    const { TrainingWaiter: waiter } = handlers(context);
    diff({ jobId: "a" }, { jobId: "a", wait: false }, waiter);
    diff({ jobId: "b" }, { jobId: "b" }, waiter);
    assert.deepEqual([context.engineRun.isSettled("a"), context.engineRun.isSettled("b")], [true, false]);
  });
});

describe("a waiter's create and update", () => {
  it("wait until the model is ACTIVE, and take the mark off", async () => {
    const { context, jobId, model } = await started();
    assert.ok(MARK_KEY in model.tags);
    const { id, outputs } = await handlers(context).TrainingWaiter.create({
      ...waiting(),
      inputs: { jobId, region: "us-east-1" },
    });
    assert.deepEqual([id, outputs.status, outputs.jobId, outputs.region], [jobId, "ACTIVE", jobId, "us-east-1"]);
    assert.ok(!(MARK_KEY in model.tags));
    assert.ok(context.engineRun.isSettled(jobId));
  });

  it("settle nothing before the model is ACTIVE, nor where it never is", async () => {
    const { context, jobId } = await started();
    const seen: boolean[] = [];
    context.clock.onSleep = () => seen.push(context.engineRun.isSettled(jobId));
    context.service.willFail = () => true;
    await unfinished(handlers(context).TrainingWaiter.create({ ...waiting(), inputs: { jobId } }));
    assert.deepEqual([new Set(seen), context.engineRun.isSettled(jobId)], [new Set([false]), false]);
  });

  it("look once where the program does not wait, and tell what became of a training that failed, without a secret", async () => {
    const { context, jobId, model } = await started({ TOKEN: "hunter2" });
    const request = waiting({ secrets: ["environment.TOKEN"] });
    const { TrainingWaiter } = handlers(context);
    const { outputs } = await TrainingWaiter.create({ ...request, inputs: { jobId, wait: false } });
    assert.deepEqual([outputs.status, context.clock.sleeps.length, context.engine.lines], ["CREATE_PENDING", 0, []]);
    assert.ok(context.engineRun.isSettled(jobId));
    Object.assign(model, { status: "CREATE_FAILED", statusDetails: { statusCode: "E", message: "bad hunter2" } });
    const seen = await TrainingWaiter.update({ ...request, id: jobId, olds: outputs, inputs: { jobId, wait: false } });
    assert.deepEqual(seen.statusDetails, { statusCode: "E", message: "bad [secret]" });
    assert.match(context.engine.lines.join("\n"), /^warning: \S+ failed to train \(CREATE_FAILED\): E: bad \[secret\]/);
    assert.doesNotMatch(JSON.stringify([seen, context.engine.lines]), /hunter2/);
  });

  it("keep what was seen last, and say why, without a secret", async () => {
    const { context, jobId, model } = await started({ TOKEN: "hunter2" });
    Object.assign(model, { status: "CREATE_FAILED", statusDetails: { message: "bad hunter2" } });
    const request = { ...waiting({ secrets: ["environment.TOKEN"] }), inputs: { jobId } };
    const error = await unfinished(handlers(context).TrainingWaiter.create(request));
    assert.deepEqual([error.id, error.outputs.status, error.outputs.jobId], [jobId, "CREATE_FAILED", jobId]);
    assert.match(error.message, /failed to train \(CREATE_FAILED\): bad \[secret\]/);
    assert.doesNotMatch(JSON.stringify(error.outputs), /hunter2/);
  });

  it("keep the recorded status where the service says none", async () => {
    const { context, jobId } = await started();
    context.service.fail("GetTrainedModel", "credentials");
    const olds = { jobId, status: "CREATE_IN_PROGRESS" };
    const update = handlers(context).TrainingWaiter.update({ ...waiting(), id: jobId, olds, inputs: { jobId } });
    assert.equal((await unfinished(update)).outputs.status, "CREATE_IN_PROGRESS");
  });

  it("take the bound of the action: an update's own, else the create's", async () => {
    const bounds: [Request["timeouts"], boolean, RegExp][] = [
      [{ create: 60_000, update: 120_000 }, false, /bound of 60 s/],
      [{ create: 60_000, update: 120_000 }, true, /bound of 2 min/],
      [{ create: 60_000 }, true, /bound of 60 s/],
    ];
    for (const [timeouts, isUpdate, text] of bounds) {
      const { context, jobId } = await started();
      const { TrainingWaiter } = handlers(context);
      const request = { ...waiting({ timeouts }), inputs: { jobId } };
      const wait = isUpdate ? TrainingWaiter.update({ ...request, id: jobId, olds: { jobId } }) : TrainingWaiter.create(request);
      assert.match((await unfinished(wait)).message, text);
    }
  });

  it("leave the mark of an adopted model, and where no state is written before the end", async () => {
    for (const [request, hasCheckpoints] of [
      [waiting({ isAdopted: true }), true],
      [waiting(), false],
    ] as const) {
      const { context, jobId, model } = await started();
      await handlers(context, hasCheckpoints).TrainingWaiter.create({ ...request, inputs: { jobId } });
      assert.ok(MARK_KEY in model.tags);
      assert.ok(!context.service.calls.includes("UntagResource"));
    }
  });

  it("leave the mark of a version that shares the tags of another resource's", async () => {
    for (const [of, isLeft] of [
      [urn, false],
      [urn.replace(/churn$/, "other"), true],
    ] as const) {
      const { context, jobId, model } = await started();
      model.tags["cleanroomsml:owner"] = ownerOf({ organization: "acme", urn: of });
      const version = context.service.add({ ...jobInputs(), name: "churn-v2" }, "ACTIVE", "00000000-0000-4000-8000-000000000002");
      version.trainedModelArn = model.trainedModelArn;
      const inputs = { jobId: `${jobId}#${version.versionIdentifier}` };
      await handlers(context).TrainingWaiter.create({ ...waiting(), inputs });
      assert.equal(MARK_KEY in model.tags, isLeft);
    }
  });

  it("are done only when the mark is off, and mind no refusal of that", async () => {
    const { context, jobId, model } = await started();
    model.status = "ACTIVE";
    let isOff = false;
    const untag = context.service.untagResource.bind(context.service);
    context.service.untagResource = async (request) => {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      await untag(request);
      isOff = true;
    };
    await handlers(context).TrainingWaiter.create({ ...waiting(), inputs: { jobId } });
    assert.ok(isOff);
    const denied = await started();
    denied.context.service.fail("UntagResource", "denied");
    const { outputs } = await handlers(denied.context).TrainingWaiter.create({ ...waiting(), inputs: { jobId: denied.jobId } });
    assert.equal(outputs.status, "ACTIVE");
    assert.match(denied.context.engine.lines.join(), /^debug: the tag cleanroomsml:unrecorded could not be removed/);
  });
});

describe("a waiter's read", () => {
  it("tells what there is without a secret, and nothing of what is gone", async () => {
    const { context, jobId, model } = await started({ TOKEN: "hunter2" });
    Object.assign(model, { status: "CREATE_FAILED", statusDetails: { message: "bad hunter2" } });
    const { TrainingWaiter } = handlers(nextRun(context));
    const request = { ...waiting({ secrets: ["environment.TOKEN"] }), olds: { jobId, wait: true, status: "ACTIVE" } };
    const found = await TrainingWaiter.read({ ...request, id: jobId });
    assert.deepEqual(found?.inputs, { jobId, wait: true });
    assert.deepEqual([found?.outputs.status, found?.outputs.statusDetails], ["CREATE_FAILED", { message: "bad [secret]" }]);
    assert.equal(await TrainingWaiter.read({ ...request, id: `${jobId}-gone` }), undefined);
  });
});
