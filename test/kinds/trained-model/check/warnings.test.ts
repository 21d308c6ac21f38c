import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../provider/core/values/unknown";
import { jobInputs } from "../../../core/fakes";
import { check } from "../checking";

const arn = (kind: string, place = "us-east-1", membership = jobInputs().membershipIdentifier) =>
  `arn:aws:cleanrooms-ml:${place}:123456789012:membership/${membership}/${kind}/x`;
const instances = (instanceType: string, instanceCount?: number) => ({
  resourceConfig: { instanceType, volumeSizeInGB: 30, ...(instanceCount === undefined ? {} : { instanceCount }) },
});
const channel = (more: object = {}) => ({ mlInputChannelArn: arn("ml-input-channel"), channelName: "training", ...more });
const base = (more: object = {}) => ({
  incrementalTrainingDataChannels: [{ trainedModelArn: arn("trained-model"), channelName: "base", ...more }],
});
const version = { versionIdentifier: "a1b2c3d4-5678-90ab-cdef-111122223333" };
const other = "99999999-4e5f-6789-abcd-ef0123456789";

/** Inputs, and every warning (W) and piece of information (I) that they bring: code and path. */
const table: [string, object, string[], string[]?][] = [
  ["a type with a quota", instances("ml.m5.4xlarge"), []],
  [
    "one instance above the quota",
    instances("ml.m5.4xlarge", 4),
    ["I default-quota resourceConfig.instanceType", "I replicated-volume dataChannels[0].s3DataDistributionType"],
  ],
  ["a type without a quota", instances("ml.c5.xlarge"), ["I default-quota resourceConfig.instanceType"]],
  ["a type that AWS lists no quota of", instances("ml.p3.2xlarge"), ["W default-quota resourceConfig.instanceType"]],
  [
    "a type with disks",
    instances("ml.r5d.large"),
    ["I default-quota resourceConfig.instanceType", "I local-disks resourceConfig.volumeSizeInGB"],
  ],
  [
    "a mistyped type",
    instances("ml.g5.2xlrge"),
    ["W unknown-instance-type resourceConfig.instanceType", "I local-disks resourceConfig.volumeSizeInGB"],
  ],
  [
    "two instances of a type that AWS does not name",
    instances("ml.m5.xlarge", 2),
    [
      "I default-quota resourceConfig.instanceType",
      "W distributed-type resourceConfig.instanceType",
      "I replicated-volume dataChannels[0].s3DataDistributionType",
    ],
  ],
  [
    "shards for one instance",
    { dataChannels: [channel({ s3DataDistributionType: "ShardedByS3Key" })] },
    ["I sharded-alone dataChannels[0].s3DataDistributionType"],
  ],
  [
    "shards for two",
    { ...instances("ml.m5.2xlarge", 2), dataChannels: [channel({ s3DataDistributionType: "ShardedByS3Key" })] },
    ["I sharded-few-files dataChannels[0].s3DataDistributionType"],
  ],
  ["a folder of two dots", { dataChannels: [channel({ channelName: ".." })] }, ["W channel-folder dataChannels[0].channelName"]],
  [
    "names that differ by case",
    { dataChannels: [channel(), channel({ channelName: "Training" })] },
    ["W channel-case dataChannels[1].channelName"],
  ],
  ["a base without a version", base(), ["W no-version incrementalTrainingDataChannels[0].versionIdentifier"]],
  ["a base with one", base(version), []],
  [
    "a base of another membership",
    base({ ...version, trainedModelArn: arn("trained-model", "us-east-1", other) }),
    ["W other-membership incrementalTrainingDataChannels[0].trainedModelArn"],
  ],
  [
    "a channel of another membership",
    { dataChannels: [channel({ mlInputChannelArn: arn("ml-input-channel", "us-east-1", other) })] },
    [],
  ],
  [
    "a channel elsewhere",
    { dataChannels: [channel(), channel({ channelName: "b", mlInputChannelArn: arn("ml-input-channel", "eu-west-1") })] },
    ["W other-region dataChannels[1].mlInputChannelArn"],
  ],
  ["a key elsewhere", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/x" }, ["W other-region kmsKeyArn"]],
  ["a key of another partition", { kmsKeyArn: "arn:aws-cn:kms:cn-north-1:123456789012:key/x" }, ["W other-partition kmsKeyArn"]],
  ["a payer", { mlModelTrainingPayerAccountId: "123456789012" }, ["I payer-candidate mlModelTrainingPayerAccountId"]],
  [
    "secrets in both maps, and elsewhere",
    {},
    ["W secret-readable environment.T", "W secret-readable hyperparameters"],
    ["description", "environment.T", "hyperparameters"],
  ],
];

describe("what refuses nothing but should be known", () => {
  for (const [what, change, expected, secrets = []] of table) {
    it(`${expected.length === 0 ? "says nothing of" : "tells of"} ${what}`, () => {
      const { errors, warnings } = check({ ...jobInputs(), ...change }, { region: "us-east-1" }, { secrets });
      const found = warnings.map(({ severity, code, path }) => `${severity === "warning" ? "W" : "I"} ${code} ${path}`);
      assert.deepEqual([errors, found.sort()], [[], expected.sort()]);
    });
  }

  it("goes by the resource's own region", () => {
    const { warnings } = check({ ...jobInputs(), region: "eu-west-1" }, { region: "us-east-1" });
    assert.ok(warnings.length >= 2 && warnings.every(({ code }) => code === "other-region"));
    assert.deepEqual(check(jobInputs()).warnings, []);
  });

  it("says nothing of what is unknown", () => {
    for (const change of [
      { resourceConfig: UNKNOWN },
      { resourceConfig: { instanceType: UNKNOWN, instanceCount: UNKNOWN, volumeSizeInGB: 30 } },
      { dataChannels: UNKNOWN },
      { dataChannels: [UNKNOWN] },
      base({ trainedModelArn: UNKNOWN, versionIdentifier: UNKNOWN }),
      { incrementalTrainingDataChannels: UNKNOWN },
      { kmsKeyArn: UNKNOWN },
    ]) {
      assert.deepEqual(check({ ...jobInputs(), ...change }, { region: "us-east-1" }).warnings, []);
    }
  });

  it("proposes the nearest type, unless the type is a secret", () => {
    const hints = (secrets: string[]) =>
      check({ ...jobInputs(), ...instances("ml.g5.2xlrge") }, {}, { secrets }).warnings[0]?.hint;
    assert.equal(hints([]), "did you mean `ml.g5.2xlarge`?");
    assert.doesNotMatch(hints(["resourceConfig"]) ?? "", /ml\./);
  });
});
