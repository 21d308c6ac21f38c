import assert from "node:assert/strict";
import { arnPrefix, type Bench, bench, closeBenches, type Reply } from "../harness";

const model = { trainedModelArn: `${arnPrefix}/trained-model/x` };

/** What is asked for, and where it is wrong. */
const wrong: [method: string, path: string, body: unknown, message: string][] = [
  ["POST", "faults", {}, "kind is missing"],
  ["POST", "faults", { kind: 1 }, "kind must be text"],
  ["POST", "faults", { kind: "toString" }, "kind must be one of throttle, error, html, slow, drop, hang, "],
  ["POST", "faults", { kind: "throttle", times: "1" }, "times must be a number of at least 0"],
  ["POST", "faults", { kind: "throttle", skip: -1 }, "skip must be a number of at least 0"],
  ["POST", "faults", { kind: "throttle", when: "during" }, "when must be one of before, after"],
  ["POST", "faults", { kind: "throttle", operation: ["GetTrainedModel"] }, "operation must be text"],
  ["POST", "faults", { kind: "throttle", match: "churn" }, "match must be an object"],
  ["POST", "faults", { kind: "throttle", match: { name: 7 } }, "match.name must be text"],
  ["POST", "faults", { kind: "throttle", match: { nam: "churn" } }, "match.nam is not known"],
  ["POST", "faults", { kind: "throttle", seconds: 7 }, "seconds is not known"],
  ["POST", "faults", { kind: "slow" }, "delayMs is missing"],
  ["POST", "faults", { kind: "training-time", seconds: null }, "seconds must be a number of at least 0"],
  ["POST", "faults", { kind: "error" }, "code is missing"],
  ["POST", "faults", { kind: "error", code: "Other", echo: "yes" }, "echo must be true or false"],
  ["POST", "faults", { kind: "unknown-status", status: 1 }, "status must be text"],
  ["POST", "faults", { kind: "fail-training", statusCode: {} }, "statusCode must be text"],
  ["PATCH", "models", { status: "ACTIVE" }, "trainedModelArn is missing"],
  ["PATCH", "models", { ...model, versionIdentifier: null }, "versionIdentifier must be text"],
  ["PATCH", "models", { ...model, status: 1 }, "status must be text"],
  ["PATCH", "models", { ...model, statusDetails: { message: [] } }, "statusDetails.message must be text"],
  ["PATCH", "models", { ...model, tags: "team" }, "tags must be an object"],
  ["PATCH", "models", { ...model, tags: { team: 1 } }, "tags.team must be text"],
  ["PATCH", "models", { ...model, logsStatus: "SOME" }, "logsStatus must be one of PUBLISH_SUCCEEDED, PUBLISH_FAILED"],
  ["PATCH", "models", { ...model, gone: 1 }, "gone must be true or false"],
  ["PATCH", "models", { ...model, name: "other" }, "name is not known"],
  ["POST", "advance", {}, "seconds is missing"],
  ["POST", "advance", { seconds: "10" }, "seconds must be a number"],
];

describe("emulator: control from other processes", () => {
  afterEach(closeBenches);

  const ask = (b: Bench, method: string, path: string, body: unknown): Promise<Reply> =>
    b.send(method, `/_emulator/${path}`, { signing: false, body });

  for (const [method, path, body, message] of wrong)
    it(`says where it is wrong: ${path} ${JSON.stringify(body).replace(model.trainedModelArn, "…")}`, async () => {
      const b = await bench();
      const reply = await ask(b, method, path, body);
      assert.deepEqual([reply.status, reply.errorType], [400, "ValidationException"]);
      assert.equal(reply.body.message.slice(0, message.length), message);
      assert.deepEqual(b.emulator.faults.list(), []);
    });

  it("takes every kind of fault with all of its members", async () => {
    const b = await bench();
    const scope = {
      operation: "GetTrainedModel",
      match: { name: "a*", trainedModelArn: "arn", membershipIdentifier: "m", accessKeyId: "k" },
      skip: 1,
      times: 2,
      when: "after",
    };
    const kinds = [
      { kind: "throttle" },
      { kind: "error", code: "Other", status: 418, message: "no", echo: true },
      { kind: "html", status: 503 },
      { kind: "slow", delayMs: 5 },
      { kind: "drop" },
      { kind: "hang" },
      { kind: "expired-token" },
      { kind: "deny-tags" },
      { kind: "unknown-status", status: "PAUSED" },
      { kind: "training-time", seconds: 0.5 },
      { kind: "fail-training", statusCode: "ALGORITHM_ERROR", message: "no" },
      { kind: "fail-cancel" },
      { kind: "fail-delete", message: "no" },
    ];
    for (const kind of kinds) assert.equal((await ask(b, "POST", "faults", { ...kind, ...scope })).status, 200, kind.kind);
    const expected = kinds.map((kind) => ({ ...kind, ...scope }));
    assert.deepEqual(
      b.emulator.faults.list().map(({ fault }) => fault),
      expected,
    );
  });

  it("takes every member of a change of a model", async () => {
    const b = await bench();
    const { arn } = await b.trained();
    const change = {
      status: "INACTIVE",
      statusDetails: { statusCode: "GONE", message: "deleted by another member" },
      tags: { team: "a" },
      logsStatus: "PUBLISH_FAILED",
      logsStatusDetails: "no bucket",
      metricsStatus: "PUBLISH_FAILED",
      metricsStatusDetails: "no namespace",
    };
    assert.equal((await ask(b, "PATCH", "models", { trainedModelArn: arn, ...change })).status, 200);
    const { body } = await b.get(arn);
    const shown = Object.fromEntries(Object.keys(change).map((key) => [key, body[key]]));
    assert.deepEqual(shown, change);
    assert.equal((await ask(b, "PATCH", "models", { trainedModelArn: arn, gone: true })).status, 200);
    assert.equal((await b.get(arn)).status, 404);
  });
});
