import assert from "node:assert/strict";
import type { Fault } from "../../../provider/emulator";
import { arnPrefix, bench, closeBenches, on, refused } from "../harness";

const settled = async (call: Promise<unknown>, ms: number): Promise<boolean> =>
  Promise.race([call.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms))]);

describe("emulator: faults", () => {
  afterEach(closeBenches);

  it("fails a training with a code and a message, by the model's name", async () => {
    const faults: Fault[] = [
      { kind: "fail-training", statusCode: "ALGORITHM_ERROR", message: "x".repeat(2000), match: { name: "bad*" } },
    ];
    const b = await bench({ faults });
    const good = await b.trained({ name: "good" });
    const bad = await b.trained({ name: "bad-1234" });
    assert.equal(await b.status(good.arn), "ACTIVE");
    const { body } = await b.get(bad.arn);
    assert.equal(body.status, "CREATE_FAILED");
    assert.deepEqual(body.statusDetails, { statusCode: "ALGORITHM_ERROR", message: "x".repeat(1024) });
    assert.equal(body.logsStatus, "PUBLISH_SUCCEEDED");
  });

  it("fails a cancel and a delete", async () => {
    const b = await bench({ faults: [{ kind: "fail-cancel" }, { kind: "fail-delete", statusCode: "BUSY" }] });
    const { body } = await b.create();
    await b.cancel(body.trainedModelArn);
    b.advance(10);
    assert.equal(await b.status(body.trainedModelArn), "CANCEL_FAILED");
    const { arn } = await b.trained();
    await b.delete(arn);
    b.advance(10);
    const deleted = (await b.get(arn)).body;
    assert.deepEqual([deleted.status, (deleted.statusDetails as { statusCode: string }).statusCode], ["DELETE_FAILED", "BUSY"]);
  });

  it("refuses a kind that there is none of, in a test of JavaScript too", async () => {
    const { faults } = (await bench()).emulator;
    assert.throws(() => Reflect.apply(faults.add, faults, [{ kind: "toString" }]), /a fault is one of throttle, error, /);
    assert.deepEqual(faults.list(), []);
  });

  it("makes one training longer", async () => {
    const b = await bench({ faults: [{ kind: "training-time", seconds: 1000, times: 1 }] });
    const { arn } = await b.trained();
    assert.equal(await b.status(arn), "CREATE_IN_PROGRESS");
    assert.equal(await b.status((await b.trained()).arn), "ACTIVE");
  });

  it("throttles a number of times, after letting some pass", async () => {
    const b = await bench();
    b.emulator.faults.add({ kind: "throttle", operation: "ListTrainedModels", skip: 1, times: 2 });
    await b.create();
    const seen = [];
    for (let i = 0; i < 5; i++) seen.push((await b.list()).status);
    assert.deepEqual(seen, [200, 429, 429, 200, 200]);
    assert.deepEqual(b.emulator.faults.list(), []);
  });

  it("answers any error, before or after it acted, until it is removed", async () => {
    const b = await bench();
    const removeBefore = b.emulator.faults.add({ kind: "error", code: "InternalServiceException" });
    refused(await b.create(), 500, "InternalServiceException");
    assert.equal(b.emulator.creates, 0);
    removeBefore();
    b.emulator.faults.add({ kind: "error", code: "ServiceUnavailableException", when: "after" });
    refused(await b.create(), 503, "ServiceUnavailableException");
    assert.equal(b.emulator.creates, 1);
  });

  it("repeats the input in an error when asked to", async () => {
    const b = await bench({ faults: [{ kind: "error", code: "ValidationException", message: "Bad input", echo: true }] });
    const reply = await b.create({ hyperparameters: { password: "hunter2" } });
    refused(reply, 400, "ValidationException");
    assert.match(reply.body.message, /^Bad input: .*hunter2/);
  });

  it("answers pages of HTML", async () => {
    const b = await bench({ faults: [{ kind: "html", status: 200, times: 1 }, { kind: "html" }] });
    const [first, second] = [await b.list(), await b.list()];
    assert.deepEqual([first.status, second.status], [200, 502]);
    assert.match(first.text, /^<html>/);
  });

  it("drops the connection before it acted, and after", async () => {
    const b = await bench();
    for (const [when, creates] of [
      ["before", 0],
      ["after", 1],
    ] as const) {
      b.emulator.faults.add({ kind: "drop", when, times: 1 });
      await assert.rejects(b.create());
      assert.equal(b.emulator.creates, creates);
    }
    assert.deepEqual(
      b.emulator.requests.map(({ status }) => status),
      [0, 0],
    );
  });

  it("is slow, and hangs until it is closed", async () => {
    const b = await bench({ faults: [{ kind: "slow", delayMs: 60, times: 1 }] });
    const began = Date.now();
    assert.equal((await b.list()).status, 200);
    assert.ok(Date.now() - began >= 55);
    b.emulator.faults.add({ kind: "hang" });
    const call = b.list().catch(() => "ended");
    assert.equal(await settled(call, 50), false);
    await b.emulator.close();
    assert.equal(await call, "ended");
  });

  it("denies tags", async () => {
    const b = await bench({ faults: [{ kind: "deny-tags", operation: "CreateTrainedModel", times: 1 }] });
    assert.equal((await b.create()).status, 200);
    refused(await b.create({ tags: { a: "b" } }), 403, "AccessDeniedException");
    const { arn } = await b.trained({ tags: { a: "b" } });
    b.emulator.faults.add({ kind: "deny-tags" });
    refused(await b.tag(arn, { c: "d" }), 403, "AccessDeniedException");
    refused(await b.untag(arn, "a"), 403, "AccessDeniedException");
    assert.deepEqual(await b.tags(arn), { a: "b" });
  });

  it("ends credentials, by key", async () => {
    const credentials = ["test", "spare"].map((accessKeyId) => ({ accessKeyId, secretAccessKey: "test" }));
    const b = await bench({ credentials, faults: [{ kind: "expired-token", match: { accessKeyId: "test" } }] });
    refused(await b.list(), 403, "ExpiredTokenException");
    assert.equal((await b.create({}, { signing: { accessKeyId: "spare" } })).status, 200);
  });

  it("says a status that no model knows", async () => {
    const b = await bench({ faults: [{ kind: "unknown-status", status: "CREATE_QUEUED", times: 3 }] });
    const { arn } = await b.trained();
    await b.tags(arn);
    const seen = [await b.status(arn), (await b.list()).body.trainedModels[0]?.status];
    seen.push((await b.versions(arn)).body.trainedModels[0]?.status, await b.status(arn));
    assert.deepEqual(seen, ["CREATE_QUEUED", "CREATE_QUEUED", "CREATE_QUEUED", "ACTIVE"]);
  });

  it("matches the version, membership and ARN that a call names", async () => {
    const b = await bench();
    const base = await b.trained({ name: "base" });
    const next = await b.trained({ name: "next", ...on(base.arn) });
    b.emulator.faults.add({ kind: "throttle", match: { name: "next", trainedModelArn: base.arn } });
    assert.equal((await b.get(base.arn, next.version)).status, 429);
    assert.equal((await b.versions(base.arn, "status=ACTIVE")).status, 429);
    assert.equal((await b.create()).status, 200);
    b.emulator.faults.clear();
    b.emulator.faults.add({ kind: "throttle", match: { membershipIdentifier: "other" } });
    assert.equal((await b.list()).status, 200);
  });
});

describe("emulator: acts from outside", () => {
  afterEach(closeBenches);

  it("sets a status, tags, what was published, and takes a record away", async () => {
    const b = await bench();
    const { body } = await b.create({ tags: { a: "b" } });
    const model = { trainedModelArn: body.trainedModelArn };
    assert.ok(b.emulator.change(model, { status: "INACTIVE", tags: { c: "d" }, logsStatus: "PUBLISH_FAILED" }));
    b.advance(1000);
    assert.deepEqual([await b.status(model.trainedModelArn), await b.tags(model.trainedModelArn)], ["INACTIVE", { c: "d" }]);
    b.emulator.change(model, { status: "ACTIVE" });
    assert.equal((await b.get(model.trainedModelArn)).body.logsStatus, "PUBLISH_FAILED");
    b.emulator.change(model, { gone: true });
    refused(await b.get(model.trainedModelArn), 404, "ResourceNotFoundException");
    assert.deepEqual([(await b.list()).body.trainedModels, b.emulator.models()], [[], []]);
    assert.equal(b.emulator.change(model, { status: "ACTIVE" }), false);
  });

  it("takes the same over HTTP from other processes, unsigned", async () => {
    const b = await bench();
    const ask = (method: string, path: string, body?: unknown) =>
      b.send(method, `/_emulator/${path}`, { signing: false, ...(body === undefined ? {} : { body }) });
    const added = await ask("POST", "faults", { kind: "throttle", operation: "ListTrainedModels" });
    assert.equal((await b.list()).status, 429);
    await ask("DELETE", `faults/${added.body.id}`);
    assert.equal((await b.list()).status, 200);
    await ask("POST", "faults", { kind: "throttle" });
    await ask("DELETE", "faults");
    const { body } = await b.create();
    await ask("POST", "advance", { seconds: 10 });
    assert.equal(await b.status(body.trainedModelArn), "ACTIVE");
    await ask("PATCH", "models", { trainedModelArn: body.trainedModelArn, status: "INACTIVE" });
    const state = (await ask("GET", "state")).body;
    assert.deepEqual([state.creates, (state.models as { status: string }[])[0]?.status, state.faults], [1, "INACTIVE", []]);
    assert.equal((state.requests as unknown[]).length, b.emulator.requests.length);
    refused(await ask("POST", "faults", { kind: "trottle" }), 400, "ValidationException");
    refused(await ask("POST", "advance", { seconds: "10" }), 400, "ValidationException");
    refused(await ask("PATCH", "models", { trainedModelArn: `${arnPrefix}/trained-model/x` }), 404, "ResourceNotFoundException");
    refused(await ask("DELETE", "faults/none"), 404, "ResourceNotFoundException");
    refused(await ask("GET", "nothing"), 404, "ResourceNotFoundException");
  });

  it("is scripted by no page of a browser", async () => {
    const b = await bench();
    const response = await fetch(`${b.emulator.endpoint}/_emulator/state`, { headers: { origin: "http://evil.example" } });
    assert.equal(response.status, 403);
  });
});
