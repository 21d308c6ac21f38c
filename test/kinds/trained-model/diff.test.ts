import assert from "node:assert/strict";
import { markOf } from "../../../provider/core/ownership/marks";
import { type DiffOptions, diffInputs } from "../../../provider/core/values/diff";
import { recordedInputs } from "../../../provider/core/values/filled";
import { UNKNOWN } from "../../../provider/core/values/unknown";
import { trainingInputs } from "../../../provider/kinds/trained-model/inputs";
import { trainingOutputs } from "../../../provider/kinds/trained-model/outputs";
import { trainedModelShape } from "../../../provider/kinds/trained-model/shape";
import { unknownsOf } from "../../../provider/kinds/trained-model/unknowns";
import { fakes, jobInputs } from "../../core/fakes";

const arn = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";

/** What the state holds after a create of `inputs` by a service that fills in what was left out. */
function recorded(inputs = jobInputs()) {
  const { service } = fakes();
  const model = service.add({ ...inputs, name: inputs.name ?? "churn-1" });
  const filled = {
    ...model,
    resourceConfig: { ...model.resourceConfig, instanceCount: model.resourceConfig?.instanceCount ?? 1 },
    stoppingCondition: model.stoppingCondition ?? { maxRuntimeInSeconds: 86_400 },
    trainingInputMode: "File" as const,
    mlModelTrainingPayerAccountId: "123456789012",
    dataChannels: model.dataChannels.map((channel) => ({ s3DataDistributionType: "FullyReplicated" as const, ...channel })),
  };
  return trainingOutputs(inputs, model.trainedModelArn, filled);
}

const diff = (olds: object, news: object, options?: DiffOptions) => diffInputs(olds, news, trainedModelShape, options);

describe("a diff of trainings", () => {
  const unchanged: [string, object, object][] = [
    ["equal inputs", {}, {}],
    ["a number for a text", {}, { hyperparameters: { epochs: 10 } }],
    ["the order of keys", { hyperparameters: { a: "1", b: "2" } }, { hyperparameters: { b: "2", a: "1" } }],
    ["a default spelled out", {}, { resourceConfig: { instanceCount: 1, instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 } }],
    ["a default no longer spelled out", { trainingInputMode: "File" }, {}],
    ["what the service filled in, spelled out", {}, { stoppingCondition: { maxRuntimeInSeconds: 86_400 } }],
    ["the payer that the service chose, spelled out", {}, { mlModelTrainingPayerAccountId: "123456789012" }],
    ["a name no longer given", { name: "churn" }, {}],
    ["the chosen name, spelled out", {}, { name: "churn-1" }],
    ["the recorded region, spelled out", {}, { region: "us-east-1" }],
    ["an empty description", {}, { description: "" }],
    ["an empty map", {}, { environment: {} }],
    ["a base version as the service writes it", channel({}), channel({ versionIdentifier: "NULL" })],
    ["the order of channels", two("a", "b"), two("b", "a")],
  ];
  for (const [what, before, after] of unchanged) {
    it(`sees no change in ${what}`, () => {
      assert.deepEqual(diff(recorded(jobInputs(before)), jobInputs(after)), { updates: [], replaces: [] });
    });
  }

  const replaced: [string, object, object, string[]][] = [
    ["a hyperparameter", {}, { hyperparameters: { epochs: "20" } }, ["hyperparameters.epochs"]],
    ["a hyperparameter with a dot", {}, { hyperparameters: { epochs: "10", "a.b": "1" } }, ['hyperparameters["a.b"]']],
    ["a removed map", { environment: { A: "1" } }, {}, ["environment.A"]],
    [
      "a removed stopping condition",
      { stoppingCondition: { maxRuntimeInSeconds: 60 } },
      {},
      ["stoppingCondition.maxRuntimeInSeconds"],
    ],
    [
      "another instance type",
      {},
      { resourceConfig: { instanceType: "ml.g5.xlarge", volumeSizeInGB: 30 } },
      ["resourceConfig.instanceType"],
    ],
    ["a new name", {}, { name: "other" }, ["name"]],
    ["another region", {}, { region: "eu-west-1" }, ["region"]],
    [
      "an added channel",
      two("a", "b"),
      { dataChannels: [...two("a", "b").dataChannels, ...two("c", "d").dataChannels.slice(0, 1)] },
      ["dataChannels[2]"],
    ],
    ["another channel", two("a", "b"), two("a", "c"), ["dataChannels[1].channelName", "dataChannels[1].mlInputChannelArn"]],
    ["a description", {}, { description: "better" }, ["description"]],
    ["a KMS key", {}, { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" }, ["kmsKeyArn"]],
  ];
  for (const [what, before, after, paths] of replaced) {
    it(`replaces for ${what}`, () => {
      assert.deepEqual(diff(recorded(jobInputs(before)), jobInputs(after)), { updates: [], replaces: paths });
    });
  }

  it("updates tags in place, and replaces for them only when the program asks for it", () => {
    const before = recorded(jobInputs({ tags: { team: "a" } }));
    const after = jobInputs({ tags: { team: "b" } });
    assert.deepEqual(diff(before, after), { updates: ["tags.team"], replaces: [] });
    for (const wish of ["tags", "tags.team", "*"])
      assert.deepEqual(diff(before, after, { replaceOnChanges: [wish] }), { updates: [], replaces: ["tags.team"] });
  });

  it("never replaces for `adopt`", () => {
    const adopt = { trainedModelArn: `${arn}/trained-model/x` };
    const updates = ["adopt.trainedModelArn"];
    assert.deepEqual(diff(recorded(), jobInputs({ adopt })), { updates, replaces: [] });
    assert.deepEqual(diff(recorded(jobInputs({ adopt })), jobInputs()), { updates, replaces: [] });
  });

  it("takes an unknown value for the recorded one, unless what it comes from is made anew", () => {
    const unknown = { hyperparameters: { epochs: UNKNOWN } } as object;
    assert.deepEqual(diff(recorded(), jobInputs(unknown)), { updates: [], replaces: [] });
    const unknowns = ["hyperparameters.epochs"];
    assert.deepEqual(diff(recorded(), jobInputs(unknown), { unknowns }), { updates: [], replaces: unknowns });
  });

  it("takes an unknown version beside a known ARN of `adopt` for none, unless it is made anew", () => {
    const path = "adopt.versionIdentifier";
    const trainedModelArn = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/m/trained-model/x";
    const olds = { ...recorded(), adopt: { trainedModelArn } };
    const news = jobInputs({ adopt: { trainedModelArn, versionIdentifier: UNKNOWN } } as object);
    assert.deepEqual(diff(olds, news), { updates: [], replaces: [] });
    assert.deepEqual(diff(olds, news, { unknowns: [path] }), { updates: [path], replaces: [] });
    assert.deepEqual(unknownsOf({ ...news }, [path]), []);
    assert.deepEqual(unknownsOf({ adopt: { trainedModelArn: UNKNOWN, versionIdentifier: UNKNOWN } }, [path]), [path]);
    const whole = jobInputs({ adopt: UNKNOWN } as object);
    assert.deepEqual(diff(olds, whole), { updates: ["adopt"], replaces: [] });
  });

  it("gives back what the program gave, out of what is recorded", () => {
    assert.deepEqual(recordedInputs(recorded(), trainingInputs), jobInputs());
  });
});

const mark = (inputs: object) => markOf(inputs, trainedModelShape);

describe("the mark", () => {
  it("is the same for the same training", () => {
    assert.equal(mark(jobInputs(two("a", "b"))), mark(jobInputs({ ...two("b", "a"), name: "other", tags: { a: "b" } })));
    assert.notEqual(mark(jobInputs()), mark(jobInputs({ hyperparameters: { epochs: "11" } })));
  });
});

function two(a: string, b: string) {
  const channelOf = (channelName: string) => ({ channelName, mlInputChannelArn: `${arn}/ml-input-channel/${channelName}` });
  return { dataChannels: [channelOf(a), channelOf(b)] };
}

function channel(more: object) {
  return {
    incrementalTrainingDataChannels: [{ trainedModelArn: `${arn}/trained-model/x`, channelName: "base", ...more }],
  } as never;
}
