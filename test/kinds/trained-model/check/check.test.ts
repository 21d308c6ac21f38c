import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../provider/core/values/unknown";
import { jobInputs, membership } from "../../../core/fakes";
import { check } from "../checking";

const channel = (channelName: string) => ({ ...jobInputs().dataChannels[0], channelName });

describe("a check of a training", () => {
  it("accepts legal inputs and turns numbers and booleans into text", () => {
    const { inputs, errors, warnings } = check({ ...jobInputs(), hyperparameters: { epochs: 10, shuffle: true } });
    assert.deepEqual([errors, warnings], [[], []]);
    assert.deepEqual(inputs.hyperparameters, { epochs: "10", shuffle: "true" });
  });

  it("takes a channel as an output of another model has it, with the service's name of its model", () => {
    const base = { trainedModelArn: `${membership}/trained-model/base`, channelName: "base" };
    const given = { ...jobInputs(), incrementalTrainingDataChannels: [{ ...base, modelName: "churn" }] };
    const { inputs, errors } = check(given);
    assert.deepEqual([errors, inputs.incrementalTrainingDataChannels], [[], [base]]);
  });

  const wrong: [string, object, string][] = [
    ["no membership", { membershipIdentifier: undefined }, "membershipIdentifier"],
    ["an empty membership", { membershipIdentifier: "" }, "membershipIdentifier"],
    ["an emoji in the name", { name: "churn 😀" }, "name"],
    ["a blank name", { name: "  " }, "name"],
    ["a name of 64 characters", { name: "x".repeat(64) }, "name"],
    [
      "a volume of 8193 GB",
      { resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 8193 } },
      "resourceConfig.volumeSizeInGB",
    ],
    [
      "half an instance",
      { resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 1, instanceCount: 1.5 } },
      "resourceConfig.instanceCount",
    ],
    [
      "a number as text",
      { resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: "30" } },
      "resourceConfig.volumeSizeInGB",
    ],
    ["29 days", { stoppingCondition: { maxRuntimeInSeconds: 2_505_600 } }, "stoppingCondition.maxRuntimeInSeconds"],
    ["21 channels", { dataChannels: Array.from({ length: 21 }, (_, i) => channel(`c${i}`)) }, "dataChannels"],
    ["no channel", { dataChannels: [] }, "dataChannels"],
    ["two channels of one name", { dataChannels: [channel("a"), channel("a")] }, "dataChannels[1].channelName"],
    ["a channel name with a slash", { dataChannels: [channel("a/b")] }, "dataChannels[0].channelName"],
    ["an empty incremental list", { incrementalTrainingDataChannels: [] }, "incrementalTrainingDataChannels"],
    ["an alias of a key", { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/x" }, "kmsKeyArn"],
    ["a short account", { mlModelTrainingPayerAccountId: "123" }, "mlModelTrainingPayerAccountId"],
    ["an empty variable", { environment: { A: "" } }, "environment.A"],
    ["a variable with a dash", { environment: { "A-B": "1" } }, 'environment["A-B"]'],
    ["a line break in a hyperparameter", { hyperparameters: { a: "1\n2" } }, "hyperparameters.a"],
    ["a tag of AWS", { tags: { "AWS:x": "1" } }, 'tags["AWS:x"]'],
    ["a tag of ours", { tags: { "cleanroomsml:owner": "1" } }, 'tags["cleanroomsml:owner"]'],
    ["51 tags", { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""])) }, "tags"],
    ["a wrong mode", { trainingInputMode: "file" }, "trainingInputMode"],
    ["a region with a slash", { region: "us-east-1/x" }, "region"],
    ["an adopt of nothing", { adopt: {} }, "adopt.trainedModelArn"],
  ];
  for (const [what, change, path] of wrong) {
    it(`names ${path} for ${what}`, () => {
      const { errors } = check({ ...jobInputs(), ...change });
      assert.ok(errors.map((issue) => issue.path).includes(path), JSON.stringify(errors));
    });
  }

  it("says which input was probably meant", () => {
    const { errors } = check({ ...jobInputs(), hyperparamters: {} });
    assert.deepEqual(
      errors.map(({ path, hint }) => [path, hint]),
      [["hyperparamters", "did you mean `hyperparameters`?"]],
    );
    const nested = check({
      ...jobInputs(),
      resourceConfig: { instanceTyp: "x", instanceType: "ml.m5.2xlarge", volumeSizeInGB: 1 },
    });
    assert.equal(nested.errors[0]?.hint, "did you mean `instanceType`?");
  });

  it("warns of an instance type that the model lacks", () => {
    const resourceConfig = { instanceType: "ml.z9.2xlarge", volumeSizeInGB: 30 };
    const { errors, warnings } = check({ ...jobInputs(), resourceConfig });
    assert.deepEqual([errors.length, warnings.map(({ path }) => path)], [0, ["resourceConfig.instanceType"]]);
  });

  it("accepts 20 channels in all, and 21 neither way", () => {
    const base = {
      trainedModelArn: `${jobInputs().dataChannels[0]?.mlInputChannelArn.replace("ml-input-channel", "trained-model")}`,
      channelName: "base",
    };
    const some = (count: number) => Array.from({ length: count }, (_, i) => channel(`c${i}`));
    assert.deepEqual(check({ ...jobInputs(), dataChannels: some(19), incrementalTrainingDataChannels: [base] }).errors, []);
    const { errors } = check({ ...jobInputs(), dataChannels: some(20), incrementalTrainingDataChannels: [base] });
    assert.deepEqual(
      errors.map(({ code }) => code),
      ["channels-total"],
    );
  });

  it("says nothing of what is unknown, at any leaf", () => {
    const everything = {
      ...jobInputs(),
      name: "x",
      environment: { A: "1" },
      tags: { a: "b" },
      description: "d",
      region: "us-east-1",
    };
    for (const changed of withEachLeafUnknown(everything)) assert.deepEqual(check(changed).errors, []);
  });

  it("never repeats a value: it may be a secret", () => {
    const { errors } = check({ ...jobInputs(), environment: { A: "planted\u0000".repeat(100) }, name: "planted\n" });
    assert.ok(errors.length >= 2 && !JSON.stringify(errors).includes("planted"));
  });

  it("merges default tags under the resource's own", () => {
    const { inputs } = check({ ...jobInputs(), tags: { team: "own" } }, { defaultTags: { team: "default", stage: "dev" } });
    assert.deepEqual(inputs.tags, { team: "own", stage: "dev" });
  });
});

function* withEachLeafUnknown(value: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith("__")) continue;
    yield { ...value, [key]: UNKNOWN };
    if (Array.isArray(item)) {
      for (const nested of withEachLeafUnknown(item[0])) yield { ...value, [key]: [nested] };
    } else if (typeof item === "object" && item !== null) {
      for (const nested of withEachLeafUnknown(item as Record<string, unknown>)) yield { ...value, [key]: nested };
    }
  }
}
