import assert from "node:assert/strict";
import { violationsOf } from "../../provider/service/violations";

const membership = "11111111-2222-4333-8444-555555555555";
const arn = (kind: string) => `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membership}/${kind}/a-Z_0/.`;
const request = {
  membershipIdentifier: membership,
  name: "churn",
  configuredModelAlgorithmAssociationArn: arn("configured-model-algorithm-association"),
  resourceConfig: { instanceType: "ml.m5.xlarge", volumeSizeInGB: 30 },
  dataChannels: [{ mlInputChannelArn: arn("ml-input-channel"), channelName: "train" }],
};

const found = (change: object) =>
  violationsOf("CreateTrainedModelRequest", { ...request, ...change }).map(({ path, code }) => `${path}: ${code}`);

describe("what breaks the service model", () => {
  it("is nothing, of a minimal and of a full request", () => {
    assert.deepEqual(found({}), []);
    const channel = { trainedModelArn: arn("trained-model"), versionIdentifier: membership, channelName: "base" };
    const full = {
      resourceConfig: { instanceCount: 5, instanceType: "ml.p5.48xlarge", volumeSizeInGB: 8192 },
      stoppingCondition: { maxRuntimeInSeconds: 2_419_200 },
      incrementalTrainingDataChannels: [channel],
      trainingInputMode: "Pipe",
      description: "日本語 é",
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/a",
      tags: { "a b": "" },
      mlModelTrainingPayerAccountId: "123456789012",
    };
    assert.deepEqual(found(full), []);
  });

  const table: [string, object, string[]][] = [
    ["a required member left out", { name: undefined }, ["name: missing"]],
    ["a required member that is null", { resourceConfig: null }, ["resourceConfig: missing"]],
    ["a member that there is none of", { nmae: "x" }, ["nmae: unknown-member"]],
    ["the wrong type", { name: 1, dataChannels: {}, tags: [] }, ["name: type", "dataChannels: type", "tags: type"]],
    ["a fraction", { stoppingCondition: { maxRuntimeInSeconds: 1.5 } }, ["stoppingCondition.maxRuntimeInSeconds: type"]],
    ["no number", { stoppingCondition: { maxRuntimeInSeconds: Number.NaN } }, ["stoppingCondition.maxRuntimeInSeconds: type"]],
    ["too few", { dataChannels: [] }, ["dataChannels: min"]],
    ["too many", { dataChannels: Array(21).fill(request.dataChannels[0]) }, ["dataChannels: max"]],
    ["too long", { name: "x".repeat(64) }, ["name: max"]],
    ["blank", { name: "   " }, ["name: pattern"]],
    [
      "out of range",
      { resourceConfig: { instanceCount: 6, instanceType: "ml.m5.xlarge", volumeSizeInGB: 0 } },
      ["resourceConfig.instanceCount: max", "resourceConfig.volumeSizeInGB: min"],
    ],
    [
      "no enum's value",
      { trainingInputMode: "file", resourceConfig: { instanceType: "m5", volumeSizeInGB: 1 } },
      ["resourceConfig.instanceType: enum", "trainingInputMode: enum"],
    ],
    [
      "an ARN of another kind",
      { configuredModelAlgorithmAssociationArn: arn("ml-input-channel") },
      ["configuredModelAlgorithmAssociationArn: pattern"],
    ],
    ["a pattern that matches only a part", { membershipIdentifier: `${membership}\n` }, ["membershipIdentifier: max"]],
    [
      "an entry of a list",
      { dataChannels: [...request.dataChannels, { channelName: "a b" }] },
      ["dataChannels[1].mlInputChannelArn: missing", "dataChannels[1].channelName: pattern"],
    ],
    ["a key and a value of a map", { environment: { "a b": "" } }, ['environment["a b"]: pattern', 'environment["a b"]: min']],
  ];
  for (const [name, change, expected] of table) {
    it(name, () => assert.deepEqual(found(change).sort(), expected.sort()));
  }

  it("is told without the value, which may be a secret", () => {
    const hyperparameters = { key: "" };
    const change = { ...request, hyperparameters, name: "\u0000hunter2", kmsKeyArn: "hunter2-hunter2-hunter2" };
    const all = violationsOf("CreateTrainedModelRequest", change);
    assert.equal(all.length, 3);
    assert.doesNotMatch(JSON.stringify(all), /hunter2/);
  });

  it("is nothing of what is not known yet", () => {
    const unknown = Symbol("unknown");
    const change = {
      ...request,
      name: unknown,
      dataChannels: [unknown],
      resourceConfig: { ...request.resourceConfig, instanceType: unknown },
    };
    assert.deepEqual(
      violationsOf("CreateTrainedModelRequest", change, "", (value) => value === unknown),
      [],
    );
  });
});
