import assert from "node:assert/strict";
import { bench, closeBenches, on, refused } from "../harness";
import { Channels } from "../ml-input-channels/channels";
import { Jobs } from "./jobs";

describe("emulator: inference and export jobs", () => {
  afterEach(closeBenches);

  it("run from pending to ACTIVE, and say what they were asked", async () => {
    const b = await bench({ pendingSeconds: 1, inferenceSeconds: 3 });
    const [jobs, { arn }] = [new Jobs(b), await b.trained()];
    const asked = { environment: { A: "b" }, containerExecutionParameters: { maxPayloadInMB: 6 }, tags: { team: "ml" } };
    const run = String((await jobs.infer(arn, asked)).body.trainedModelInferenceJobArn);
    const seen: string[] = [];
    for (const seconds of [0, 1, 3]) {
      b.advance(seconds);
      seen.push(await jobs.status(run));
    }
    assert.deepEqual(seen, ["CREATE_PENDING", "CREATE_IN_PROGRESS", "ACTIVE"]);
    const { body } = await jobs.get(run);
    assert.deepEqual([body.environment, body.containerExecutionParameters, body.tags], Object.values(asked));
    assert.deepEqual(await b.tags(run), { team: "ml" });
    assert.equal(b.emulator.runs, 1);
  });

  it("are listed by model and version", async () => {
    const b = await bench();
    const [jobs, { arn }] = [new Jobs(b), await b.trained()];
    const other = await b.trained();
    const next = await b.trained(on(arn));
    await jobs.ran(arn, { trainedModelVersionIdentifier: next.version });
    await jobs.ran(other.arn);
    const names = async (query: string) =>
      ((await jobs.list(query)).body.trainedModelInferenceJobs as { name: string }[]).map(({ name }) => name);
    const ofModel = `trainedModelArn=${encodeURIComponent(arn)}`;
    assert.deepEqual(await names(""), ["run 1", "run 0"]);
    assert.deepEqual(await names(ofModel), ["run 0"]);
    assert.deepEqual(await names(`${ofModel}&trainedModelVersionIdentifier=${next.version}`), ["run 0"]);
  });

  it("fail with what a fault says, and hold to the quotas", async () => {
    const b = await bench({ quotas: { inferenceJobsPerMembership: 1 } });
    const [jobs, { arn }] = [new Jobs(b), await b.trained()];
    b.emulator.faults.add({ kind: "fail-inference", times: 1, statusCode: "AlgorithmError", message: "no such file" });
    b.emulator.faults.add({ kind: "fail-export", times: 1, statusCode: "AccessDenied", message: "no such bucket" });
    const run = await jobs.infer(arn);
    refused(await jobs.infer(arn), 402, "ServiceQuotaExceededException");
    await jobs.export(arn);
    b.advance(10);
    assert.equal(await jobs.status(String(run.body.trainedModelInferenceJobArn)), "CREATE_FAILED");
    assert.deepEqual(await jobs.exports(arn), ["to a partner CREATE_FAILED"]);
    assert.equal(b.emulator.exports, 1);
  });

  it("want instance types of their own list, one channel that is ACTIVE, and a model that is there", async () => {
    const b = await bench();
    const [jobs, { arn }] = [new Jobs(b), await b.trained()];
    refused(await jobs.infer(arn, { resourceConfig: { instanceType: "ml.g6.xlarge" } }), 400, "ValidationException");
    const { body } = await new Channels(b).create();
    refused(await jobs.infer(arn, { dataSource: { mlInputChannelArn: body.mlInputChannelArn } }), 400, "ValidationException");
    refused(await jobs.infer(`${arn}x`), 404, "ResourceNotFoundException");
    refused(await jobs.export(`${arn}x`), 404, "ResourceNotFoundException");
  });

  it("reach the caller's own bucket once its membership has a configuration", async () => {
    const b = await bench();
    const [jobs, { arn }] = [new Jobs(b), await b.trained()];
    const { membershipIdentifier } = (await b.get(arn)).body;
    const defaultOutputLocation = {
      roleArn: "arn:aws:iam::123456789012:role/output",
      destination: { s3Destination: { s3Uri: "s3://models/x" } },
    };
    await b.send("PUT", `/memberships/${membershipIdentifier}/ml-configurations`, { body: { defaultOutputLocation } });
    assert.equal((await jobs.export(arn, {}, "123456789012")).status, 200);
    assert.equal((await jobs.infer(arn, {}, "123456789012")).status, 200);
  });

  it("show a channel to the other members of the collaboration without its query", async () => {
    const b = await bench();
    const channels = new Channels(b);
    const arn = await channels.ran({ tags: { team: "ml" } });
    const { collaborationIdentifier } = (await channels.get(arn)).body;
    const path = `/collaborations/${collaborationIdentifier}/ml-input-channels`;
    const seen = (await b.send("GET", `${path}/${encodeURIComponent(arn)}`)).body;
    assert.equal(seen.creatorAccountId, "123456789012");
    for (const hidden of ["inputChannel", "tags", "protectedQueryIdentifier", "sizeInGb"]) assert.ok(!(hidden in seen), hidden);
    assert.equal(((await b.send("GET", path)).body.collaborationMLInputChannelsList as object[]).length, 1);
  });
});
