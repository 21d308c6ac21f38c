import assert from "node:assert/strict";
import { ServiceError } from "../../../provider/core/errors/service-error";
import { createJob } from "../../../provider/core/job/create";
import type { Resource } from "../../../provider/core/run/resource";
import type { TrainingInputs } from "../../../provider/kinds/trained-model/inputs";
import type { TrainedModelStatus } from "../../../provider/service/shapes";
import { type Fakes, fakes, jobInputs, membership, requestFor, urn } from "../fakes";

/** The create of the index-th model. */
const create = (index: number, context: Fakes, changes: Partial<TrainingInputs> = {}, resource: Partial<Resource> = {}) => {
  const named = requestFor({ urn: `${urn}-${index}`, name: `churn-${index}`, ...resource });
  return createJob(jobInputs(changes), { ...context, resource: named });
};

/** A service that trains at most `limit` models at a time, each for ten minutes, and counts the most that ever did. */
function limitedTo(limit: number, context: Fakes): { most: number } {
  const seen = { most: 0 };
  const { service, clock } = context;
  let arriving = 0;
  const running = () => service.models.filter(({ status }) => status === "CREATE_IN_PROGRESS");
  const settle = () => {
    for (const model of running()) if (clock.now() - model.createTime.getTime() >= 600_000) model.status = "ACTIVE";
  };
  clock.onSleep = settle;
  const accept = service.createTrainedModel.bind(service);
  service.createTrainedModel = async (request) => {
    settle();
    if (running().length + arriving >= limit) {
      const details = { code: "ServiceQuotaExceededException", quotaName: "jobs per membership", quotaValue: limit };
      throw new ServiceError("CreateTrainedModel", "quota", "too many jobs", details);
    }
    arriving++;
    const created = await accept(request);
    arriving--;
    const model = service.models.find(({ trainedModelArn }) => trainedModelArn === created.trainedModelArn);
    if (model) model.status = "CREATE_IN_PROGRESS";
    seen.most = Math.max(seen.most, running().length);
    return created;
  };
  return seen;
}

describe("a turn to train", () => {
  it("comes for all 20 models through a quota of 5", async () => {
    const context = fakes();
    limitedTo(5, context);
    await Promise.all(Array.from({ length: 20 }, (_, index) => create(index, context)));
    assert.equal(context.service.paid.length, 20);
    assert.ok(context.engine.rows.some((row) => /quota of 5 "jobs per membership" is used up; waiting for a turn/.test(row)));
  });

  it("is no matter of resources of another type in the same membership", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 1 };
    limitedTo(1, context);
    context.engineRun.noteCurrent(urn.replaceAll("Train", "Infer"), `${membership}/trained-model-inference-job/scores`);
    await create(0, context);
    assert.equal(context.service.paid.length, 1);
  });

  it("is never more than maxConcurrentTrainings, and then no create is refused", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 3 };
    const seen = limitedTo(3, context);
    await Promise.all(Array.from({ length: 12 }, (_, index) => create(index, context)));
    assert.equal(context.service.paid.length, 12);
    assert.equal(seen.most, 3);
    assert.ok(!context.engine.rows.some((row) => /quota/.test(row)));
  });

  it("counts what this run has started though no list shows it, from the moment that it is accepted", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 1 };
    // A list that answers at once: nothing happens between the answer to a create and the next count.
    context.service.listTrainedModels = () => Promise.resolve([]);
    const seen = limitedTo(9, context);
    await Promise.all([create(0, context), create(1, context)]);
    assert.equal(seen.most, 1);
  });

  it("ends with the create's time-out, and nothing is started", async () => {
    const context = fakes();
    limitedTo(1, context);
    context.service.add({ ...jobInputs(), name: "other" }, "CREATE_IN_PROGRESS").createTime = new Date("2030-01-01");
    const started = context.clock.now();
    await assert.rejects(create(0, context, {}, { timeouts: { create: 30 * 60_000 } }), /no turn to train came/);
    assert.equal(context.clock.now() - started, 30 * 60_000);
    assert.equal(context.service.paid.length, 0);
  });

  it("does not keep another membership from its create, nor another model of its own", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 3 };
    const { service, clock } = context;
    const accept = service.createTrainedModel.bind(service);
    service.createTrainedModel = async (request) => {
      if (request.resourceConfig.instanceType !== "ml.p5.48xlarge") return accept(request);
      const details = { code: "ServiceQuotaExceededException", quotaName: "ml.p5.48xlarge for training", quotaValue: 1 };
      throw new ServiceError("CreateTrainedModel", "quota", "no instance left", details);
    };
    const started = clock.now();
    const scarce = create(0, context, { resourceConfig: { instanceType: "ml.p5.48xlarge", volumeSizeInGB: 30 } });
    const isRefused = assert.rejects(scarce, /no turn to train came/);
    const created = async (index: number, changes: Partial<TrainingInputs> = {}) => {
      await create(index, context, changes);
      return clock.now() - started;
    };
    const other = "ffffffff-4e5f-6789-abcd-ef0123456789";
    const waited = await Promise.all([created(1, { membershipIdentifier: other }), created(2)]);
    await isRefused;
    assert.ok(
      waited.every((ms) => ms < 60_000),
      `they waited ${waited.join(" and ")} ms`,
    );
  });

  it("ends with the create's time-out, whatever it waits for: one bound for both kinds of turn", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 1 };
    const { service, clock } = context;
    const other = service.add({ ...jobInputs(), name: "other" }, "CREATE_IN_PROGRESS");
    const started = clock.now();
    clock.onSleep = () => {
      if (clock.now() - started >= 29 * 60_000) other.status = "ACTIVE";
    };
    service.createTrainedModel = async () => {
      throw new ServiceError("CreateTrainedModel", "quota", "too many jobs", { code: "x", quotaValue: 1 });
    };
    await assert.rejects(create(0, context, {}, { timeouts: { create: 30 * 60_000 } }), /no turn to train came/);
    assert.equal(clock.now() - started, 30 * 60_000);
  });

  for (const [status, waits] of [
    ["CREATE_PENDING", true],
    ["CREATE_IN_PROGRESS", true],
    ["CANCEL_PENDING", true],
    ["CANCEL_IN_PROGRESS", true],
    ["DELETE_PENDING", false],
    ["DELETE_IN_PROGRESS", false],
    ["ACTIVE", false],
    ["A_STATUS_OF_LATER", true],
  ] as const) {
    it(`${waits ? "waits for" : "is not kept by"} a model that is ${status}`, async () => {
      const context = { ...fakes(), maxConcurrentTrainings: 1 };
      const other = context.service.add({ ...jobInputs(), name: "other" }, status as TrainedModelStatus);
      context.clock.onSleep = () => {
        other.status = "ACTIVE";
      };
      await create(0, context);
      assert.equal(context.clock.sleeps.length, waits ? 1 : 0);
    });
  }

  it("does not count what this run trains for another membership", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 1 };
    const other = "ffffffff-4e5f-6789-abcd-ef0123456789";
    const list = context.service.listTrainedModels.bind(context.service);
    context.service.listTrainedModels = async () =>
      (await list()).filter(({ membershipIdentifier }) => membershipIdentifier !== other);
    const elsewhere = context.service.add({ ...jobInputs(), membershipIdentifier: other, name: "other" }, "CREATE_IN_PROGRESS");
    elsewhere.trainedModelArn = elsewhere.trainedModelArn.replace(/membership\/[^/]+/, `membership/${other}`);
    context.engineRun.noteCurrent("urn:other", elsewhere.trainedModelArn);
    await create(0, context);
    assert.deepEqual(context.clock.sleeps, []);
  });

  it("is not waited for where the quota is 0: the error names it", async () => {
    const context = fakes();
    limitedTo(0, context);
    await assert.rejects(create(0, context), (error: Error & { advice?: string[] }) => {
      assert.match(error.advice?.join() ?? "", /"jobs per membership" is 0; it is raised in AWS's Service Quotas/);
      return true;
    });
    assert.deepEqual(context.clock.sleeps, []);
  });
});
