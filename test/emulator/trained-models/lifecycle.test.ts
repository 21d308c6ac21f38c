import assert from "node:assert/strict";
import { arnPrefix, bench, channel, closeBenches, createInput, membership, refused } from "../harness";

describe("emulator: life cycle", () => {
  afterEach(closeBenches);

  it("trains as the clock says, without a timer", async () => {
    const b = await bench({ trainingSeconds: 100, pendingSeconds: 10 });
    const { body } = await b.create();
    const seen = [await b.status(body.trainedModelArn)];
    for (const seconds of [9, 1, 99, 1]) {
      b.advance(seconds);
      seen.push(await b.status(body.trainedModelArn));
    }
    assert.deepEqual(seen, ["CREATE_PENDING", "CREATE_PENDING", "CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "ACTIVE"]);
    assert.equal(b.emulator.creates, 1);
  });

  it("follows a clock of the caller's, and a duration that depends on the request", async () => {
    let now = 1_000_000;
    const b = await bench({
      clock: { now: () => now },
      pendingSeconds: 0,
      trainingSeconds: ({ resourceConfig }) => resourceConfig.volumeSizeInGB,
    });
    const { body } = await b.create();
    now += 29_999;
    assert.equal(await b.status(body.trainedModelArn), "CREATE_IN_PROGRESS");
    now += 1;
    assert.equal(await b.status(body.trainedModelArn), "ACTIVE");
  });

  it("returns every input of the create, and what the training made of it", async () => {
    const b = await bench();
    const input = {
      ...createInput(),
      hyperparameters: { rate: "0.1" },
      environment: { MODE: "x" },
      resourceConfig: { instanceCount: 2, instanceType: "ml.m5.2xlarge", volumeSizeInGB: 50 },
      stoppingCondition: { maxRuntimeInSeconds: 60 },
      trainingInputMode: "Pipe",
      description: "two\nlines",
      kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k",
      tags: { team: "ml" },
      mlModelTrainingPayerAccountId: "210987654321",
      dataChannels: [{ ...channel("a"), s3DataDistributionType: "ShardedByS3Key" }],
    };
    const { arn } = await b.trained(input);
    const { body } = await b.get(arn);
    for (const [name, value] of Object.entries(input)) assert.deepEqual(body[name], value, name);
    assert.ok(arn.startsWith(`${arnPrefix}/trained-model/`));
    assert.equal(body.membershipIdentifier, membership);
    assert.match(body.collaborationIdentifier, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.match(body.trainingContainerImageDigest, /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual([body.logsStatus, body.metricsStatus], ["PUBLISH_SUCCEEDED", "PUBLISH_SUCCEEDED"]);
    assert.equal(body.createTime, "2026-11-23T12:00:00.000Z");
    assert.equal(body.updateTime, "2026-11-23T12:00:02.300Z");
  });

  it("has no digest before the training is over", async () => {
    const b = await bench();
    const { body } = await b.create();
    const early = (await b.get(body.trainedModelArn)).body;
    assert.equal("trainingContainerImageDigest" in early || "logsStatus" in early || "statusDetails" in early, false);
  });

  it("cancels a job that runs, and no other", async () => {
    const b = await bench({ cancelSeconds: 10 });
    const { body } = await b.create();
    const arn = body.trainedModelArn;
    const reply = await b.cancel(arn);
    assert.deepEqual([reply.status, reply.text], [200, ""]);
    const seen = [await b.status(arn)];
    for (const seconds of [5, 5, 100]) {
      b.advance(seconds);
      seen.push(await b.status(arn));
    }
    assert.deepEqual(seen, ["CANCEL_PENDING", "CANCEL_IN_PROGRESS", "INACTIVE", "INACTIVE"]);
    refused(await b.cancel(arn), 409, "ConflictException");
  });

  it("deletes the output of a model", async () => {
    const b = await bench({ deleteSeconds: 10 });
    const { arn } = await b.trained();
    const reply = await b.delete(arn);
    assert.deepEqual([reply.status, reply.text], [200, ""]);
    const seen = [await b.status(arn)];
    for (const seconds of [5, 5]) {
      b.advance(seconds);
      seen.push(await b.status(arn));
    }
    assert.deepEqual(seen, ["DELETE_PENDING", "DELETE_IN_PROGRESS", "INACTIVE"]);
  });

  it("logs requests without headers and bodies", async () => {
    const b = await bench();
    const { requestId } = await b.create({ hyperparameters: { password: "hunter2" } });
    await b.get(`${arnPrefix}/trained-model/none`);
    const [create, get] = b.emulator.requests;
    assert.deepEqual(
      [create?.id, create?.operation, create?.status, create?.errorCode],
      [requestId, "CreateTrainedModel", 200, undefined],
    );
    assert.deepEqual([get?.operation, get?.status, get?.errorCode], ["GetTrainedModel", 404, "ResourceNotFoundException"]);
    assert.doesNotMatch(JSON.stringify(b.emulator.requests), /hunter2|Signature|AWS4/);
  });
});
