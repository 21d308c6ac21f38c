import assert from "node:assert/strict";
import fc from "fast-check";
import { reportOf } from "../../provider/report/build";
import { code } from "../../provider/report/escape";
import { markdownOf } from "../../provider/report/markdown";
import { readPreview } from "../../provider/report/preview";
import { recorded } from "./previews";

const job = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob::churn";
const of = (preview: object) => reportOf(readPreview(JSON.stringify(preview)));

describe("odd previews", () => {
  for (const text of ["", "no stack selected", "[1]", "{}", '{"a":1}', '{"sequence":0}\n{"sequence":1}', '{"steps":']) {
    it(`says that ${JSON.stringify(text)} is none`, () => {
      assert.throws(() => readPreview(text), { name: "NotAPreviewError", message: /pulumi preview --json/ });
    });
  }

  it("reads what a shell wrote lines around", () => {
    const text = `warning: something\n${recorded("new")}\ndone\n`;
    assert.equal(reportOf(readPreview(text)).models.length, 1);
  });

  it("takes a wrapped secret and an unknown value for what they are", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "planted" };
    const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const inputs = {
      hyperparameters: { a: secret },
      resourceConfig: { instanceType: "ml.m5.2xlarge", instanceCount: unknownValue, volumeSizeInGB: 1 },
      stoppingCondition: { maxRuntimeInSeconds: 3_600 },
    };
    const oldState = { outputs: { ...inputs, hyperparameters: { a: "planted" }, __context: { secrets: ["hyperparameters"] } } };
    const step = { op: "replace", urn: job, oldState, newState: { inputs }, replaceReasons: ["hyperparameters.a"] };
    const { models, instanceHours } = of({ steps: [step] });
    assert.deepEqual(models[0]?.reasons, [{ path: "hyperparameters.a", before: "[secret]", after: "[secret]" }]);
    assert.deepEqual(instanceHours, { instanceHours: 5, isBounded: true, isKnown: false });
  });

  it("tells of a wait that goes on, and not of the one look of a model that nobody waits for", () => {
    const waiter = job.replace("TrainingJob", "TrainingWaiter");
    const step = (wait: boolean) => ({
      op: "update",
      urn: waiter,
      oldState: { outputs: { status: "CREATE_PENDING" } },
      newState: { inputs: { wait } },
    });
    const steps = (wait: boolean) => of({ steps: [{ op: "same", urn: job }, step(wait)] }).models.map(({ kind }) => kind);
    assert.deepEqual(steps(true), ["wait"]);
    assert.deepEqual(steps(false), []);
  });

  it("knows what is kept: an adopted model, and one with retainOnDelete", () => {
    const kinds = [{ outputs: { adopt: {} } }, { retainOnDelete: true }, {}].map(
      (oldState) => of({ steps: [{ op: "delete", urn: job, oldState }] }).models[0]?.kind,
    );
    assert.deepEqual(kinds, ["forget", "forget", "delete"]);
    assert.equal(of({ steps: [{ op: "create", urn: job, newState: { inputs: { adopt: {} } } }] }).models[0]?.kind, "take-over");
  });

  it("finds the base of a chain by its ARN where the program does not say it", () => {
    const arn = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/m/trained-model/b";
    const base = { op: "same", urn: job, oldState: { outputs: { trainedModelArn: arn } } };
    const channels = [{ trainedModelArn: arn, channelName: "base" }];
    const next = {
      op: "create",
      urn: job.replace("::churn", "::next"),
      newState: { inputs: { incrementalTrainingDataChannels: channels } },
    };
    assert.deepEqual(of({ steps: [base, next] }).models[0]?.standsOn, ["churn"]);
    assert.deepEqual(of({ steps: [next] }).models[0]?.standsOn, [arn]);
  });

  it("never throws, whatever a step is", () => {
    const keys = fc.constantFrom(
      "op",
      "urn",
      "oldState",
      "newState",
      "inputs",
      "outputs",
      "replaceReasons",
      "resourceConfig",
      "adopt",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("create", "replace", "update", "delete", job, null, 1, true),
        fc.array(tie("any")),
        fc.dictionary(keys, tie("any")),
      ),
    })).any;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            op: value,
            urn: fc.oneof(fc.constant(job), value),
            oldState: value,
            newState: value,
            replaceReasons: value,
          }),
        ),
        fc.anything(),
        (steps, diagnostics) => {
          assert.equal(typeof markdownOf(of({ steps, diagnostics })), "string");
        },
      ),
    );
  });
});

describe("text of others in Markdown", () => {
  it("stays within its code span", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, fence = ""] = /^(`+)/.exec(code(text)) ?? [];
        const inner = code(text).slice(fence.length, -fence.length);
        assert.ok(code(text).endsWith(fence) && !code(text).includes("\n"));
        assert.ok([...inner.matchAll(/`+/g)].every(([run]) => run !== fence));
      }),
    );
  });
});
