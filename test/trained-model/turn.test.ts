import assert from "node:assert/strict";
import { createJob } from "../../provider/trained-model/create";
import { ServiceError } from "../../provider/trained-model/service-error";
import { type Fakes, fakes, jobInputs } from "./fakes";

const inputsOf = (index: number) => {
  const { __context: context } = jobInputs();
  return jobInputs({ __context: { ...context, urn: `${context.urn}-${index}`, name: `churn-${index}` } });
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
    await Promise.all(Array.from({ length: 20 }, (_, index) => createJob(inputsOf(index), "us-east-1", context)));
    assert.equal(context.service.paid.length, 20);
    assert.ok(context.engine.rows.some((row) => /quota of 5 "jobs per membership" is used up; waiting for a turn/.test(row)));
  });

  it("is never more than maxConcurrentTrainings, and then no create is refused", async () => {
    const context = { ...fakes(), maxConcurrentTrainings: 3 };
    const seen = limitedTo(3, context);
    await Promise.all(Array.from({ length: 12 }, (_, index) => createJob(inputsOf(index), "us-east-1", context)));
    assert.equal(context.service.paid.length, 12);
    assert.equal(seen.most, 3);
    assert.ok(!context.engine.rows.some((row) => /quota/.test(row)));
  });

  it("ends with the create's time-out, and nothing is started", async () => {
    const context = fakes();
    limitedTo(1, context);
    context.service.add({ ...inputsOf(1), name: "other" }, "CREATE_IN_PROGRESS").createTime = new Date("2030-01-01");
    const { __context } = inputsOf(0);
    const started = context.clock.now();
    const inputs = jobInputs({ __context: { ...__context, timeouts: { create: "30m" } } });
    await assert.rejects(createJob(inputs, "us-east-1", context), /no turn to train came/);
    assert.equal(context.clock.now() - started, 30 * 60_000);
    assert.equal(context.service.paid.length, 0);
  });

  it("is not waited for where the quota is 0: the error names it", async () => {
    const context = fakes();
    limitedTo(0, context);
    await assert.rejects(createJob(inputsOf(0), "us-east-1", context), (error: Error & { advice?: string[] }) => {
      assert.match(error.advice?.join() ?? "", /"jobs per membership" is 0; it is raised in AWS's Service Quotas/);
      return true;
    });
    assert.deepEqual(context.clock.sleeps, []);
  });
});
