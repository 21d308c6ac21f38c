import assert from "node:assert/strict";
import { arnPrefix, bench, closeBenches, on, refused } from "../harness";

describe("emulator: versions", () => {
  afterEach(closeBenches);

  it("gives an incremental training a version under its parent's ARN, and says what it began from", async () => {
    const b = await bench();
    const base = await b.trained({ name: "base" });
    const next = await b.trained({ name: "next", ...on(base.arn) });
    assert.equal(next.arn, base.arn);
    assert.match(next.version ?? "", /^[0-9a-f-]{36}$/);
    const { body } = await b.get(base.arn, next.version);
    assert.deepEqual(body.incrementalTrainingDataChannels, [{ channelName: "parent", modelName: "base" }]);
    const third = await b.trained({ ...on(base.arn, next.version) });
    assert.deepEqual((await b.get(base.arn, third.version)).body.incrementalTrainingDataChannels, [
      { channelName: "parent", versionIdentifier: next.version, modelName: "next" },
    ]);
  });

  it("means the latest version in a get without one, the base in a cancel and a delete", async () => {
    const b = await bench();
    const base = await b.trained();
    const next = await b.trained(on(base.arn));
    assert.equal((await b.get(base.arn)).body.versionIdentifier, next.version);
    await b.delete(base.arn);
    b.advance(10);
    assert.equal(await b.status(base.arn, next.version), "ACTIVE");
    const rows = (await b.versions(base.arn)).body.trainedModels;
    assert.deepEqual(
      rows.map((row) => [row.versionIdentifier, row.status]),
      [
        [next.version, "ACTIVE"],
        [undefined, "INACTIVE"],
      ],
    );
    const running = (await b.create(on(base.arn, next.version))).body;
    refused(await b.cancel(base.arn), 409, "ConflictException");
    assert.equal((await b.cancel(base.arn, running.versionIdentifier)).status, 200);
  });

  it("wants a parent that is there and ACTIVE", async () => {
    const b = await bench();
    refused(await b.create(on(`${arnPrefix}/trained-model/none`)), 404, "ResourceNotFoundException");
    const { body } = await b.create();
    refused(await b.create(on(body.trainedModelArn)), 409, "ConflictException");
    const gone = "00000000-0000-4000-8000-000000000000";
    refused(await b.create(on(body.trainedModelArn, gone)), 404, "ResourceNotFoundException");
    assert.equal(b.emulator.creates, 1);
  });

  it("knows models only in their own account, region and membership", async () => {
    const b = await bench({
      credentials: [
        { accessKeyId: "test", secretAccessKey: "test" },
        { accessKeyId: "other", secretAccessKey: "other", accountId: "999999999999" },
      ],
    });
    const { arn } = await b.trained();
    const path = `/memberships/${arn.split("/")[1]}/trained-models/${encodeURIComponent(arn)}`;
    const from = (signing: object) => b.send("GET", path, { signing });
    refused(await from({ region: "us-east-1" }), 404, "ResourceNotFoundException");
    refused(await from({ accessKeyId: "other", secretAccessKey: "other" }), 404, "ResourceNotFoundException");
    const elsewhere = path.replace(arn.split("/")[1] ?? "", "99999999-2222-4333-8444-555555555555");
    refused(await b.send("GET", elsewhere), 404, "ResourceNotFoundException");
    const chinese = await b.create({}, { signing: { region: "cn-north-1", accessKeyId: "other", secretAccessKey: "other" } });
    assert.match(chinese.body.trainedModelArn, /^arn:aws-cn:cleanrooms-ml:cn-north-1:999999999999:/);
  });
});
