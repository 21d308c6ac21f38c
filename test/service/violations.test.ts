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

  /** The counts are those of the repetition: no function says them. */
  const astral = (count: number) => "𝒳".repeat(count);
  const lengths: [string, object, string[]][] = [
    ["2,500 characters beyond the basic plane", { hyperparameters: { a: astral(2_500) } }, []],
    ["2,501 of them", { hyperparameters: { a: astral(2_501) } }, ["hyperparameters.a: max"]],
    ["512 in a variable", { environment: { A: astral(512) } }, []],
    ["513 in a variable", { environment: { A: astral(513) } }, ["environment.A: max"]],
    ["256 in a tag", { tags: { a: astral(256) } }, []],
    ["257 in a tag", { tags: { a: astral(257) } }, ["tags.a: max"]],
    ["128 in the key of a tag", { tags: { [astral(128)]: "" } }, []],
    ["129 in the key of a tag", { tags: { [astral(129)]: "" } }, [`tags["${astral(129)}"]: max`]],
    ["a letter with 255 accents, each a character", { tags: { a: `e${"\u0301".repeat(255)}` } }, []],
    ["one accent more", { tags: { a: `e${"\u0301".repeat(256)}` } }, ["tags.a: max"]],
  ];
  for (const [name, change, expected] of lengths)
    it(`counts characters: ${name}`, () => assert.deepEqual(found(change), expected));

  // As UTF-16 the first and the last of these are made of units that the pattern lists.
  for (const character of ["\u{10000}", "\u{1F600}", "𝒳", "\u{10FFFF}"]) {
    it(`refuses U+${character.codePointAt(0)?.toString(16)} in a name and a description`, () => {
      const change = { name: `a ${character}`, description: `a ${character}` };
      assert.deepEqual(found(change), ["name: pattern", "description: pattern"]);
    });
  }

  it("says how many characters there are, as a person counts them", () => {
    const [violation] = violationsOf("CreateTrainedModelRequest", { ...request, tags: { a: astral(300) } });
    assert.equal(violation?.message, "must have at most 256 characters, has 300");
  });

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
