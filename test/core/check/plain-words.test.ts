import assert from "node:assert/strict";
import { arnWords, kindOf } from "../../../provider/core/check/arn-words";
import { textOf } from "../../../provider/core/check/issues";
import { check } from "../../kinds/trained-model/checking";
import { jobInputs } from "../fakes";

const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const textsOf = (change: object, secrets: string[] = []) =>
  check({ ...jobInputs(), ...change }, {}, { secrets }).errors.map((issue) => `${issue.path}: ${textOf(issue)}`);
const typed = (instanceType: unknown, secrets: string[] = []) =>
  check({ ...jobInputs(), resourceConfig: { instanceType, volumeSizeInGB: 30 } }, {}, { secrets });

describe("a wrong ARN in words", () => {
  const kinds: [string, string | undefined][] = [
    [`${membership}/ml-input-channel/x`, "an ML input channel"],
    [`${membership}/configured-model-algorithm-association/x`, "a configured model algorithm association"],
    [`${membership}/trained-model/x`, "a trained model"],
    ["arn:aws-cn:cleanrooms-ml:cn-north-1:123456789012:configured-model-algorithm/x", "a configured model algorithm"],
    ["arn:aws:cleanrooms:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789", "a membership"],
    ["arn:aws:kms:us-east-1:123456789012:alias/a/b", "an alias"],
    ["arn:aws:iam::123456789012:role/x", "an IAM role"],
    ["arn:aws:iam::123456789012:user/x", "an IAM user"],
    ["arn:aws:s3:::bucket", undefined],
    ["alias/mine", undefined],
    ["", undefined],
    [":".repeat(1_000_000), undefined],
  ];
  for (const [arn, kind] of kinds) it(`tells the kind of ${arn.slice(0, 80)}`, () => assert.equal(kindOf(arn), kind));

  it("asks for the ARN where the kind is right and the form is not", () => {
    const { message } = arnWords("MLInputChannelArn", "arn:aws:cleanrooms-ml:us-east-1:1:ml-input-channel/x") ?? {};
    assert.match(message ?? "", /^must be the ARN of an ML input channel, such as `arn:/);
  });

  it("is nothing of a shape that is no ARN", () => assert.equal(arnWords("UUID", membership), undefined));

  it("shows no regular expression for any input, and of a secret not even the kind", () => {
    const wrong = {
      membershipIdentifier: "X".repeat(36),
      configuredModelAlgorithmAssociationArn: `${membership}/ml-input-channel/planted`,
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/planted",
      mlModelTrainingPayerAccountId: "12345678901x",
      environment: { "1A": "x" },
      dataChannels: [{ mlInputChannelArn: "planted-planted-planted", channelName: "a b" }],
      incrementalTrainingDataChannels: [{ trainedModelArn: "arn:", versionIdentifier: "x".repeat(36), channelName: "c/d" }],
    };
    const texts = textsOf(wrong);
    assert.equal(texts.length, 10, texts.join("\n"));
    assert.doesNotMatch(texts.join("\n"), /must match|\[[-\w]+-|\{\d+\}|\\|planted/);
    const secret = textsOf(wrong, Object.keys(wrong));
    assert.doesNotMatch(secret.join("\n"), /is the ARN of|planted/);
  });
});

describe("a number that is out of its limits, or is no number", () => {
  const cases: [string, object, string][] = [
    ["a text", { instanceType: "ml.m5.2xlarge", volumeSizeInGB: "30" }, "must be a number from 1 to 8192, not text"],
    ["a part of one", { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30.5 }, "must be a whole number from 1 to 8192"],
    ["too large", { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 9_000 }, "must be a number from 1 to 8192"],
    ["too small", { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 0 }, "must be a number from 1 to 8192"],
  ];
  for (const [what, resourceConfig, message] of cases)
    it(`is told the whole rule once: ${what}`, () =>
      assert.deepEqual(textsOf({ resourceConfig }), [`resourceConfig.volumeSizeInGB: ${message}`]));

  it("is told the unit too", () =>
    assert.deepEqual(textsOf({ stoppingCondition: { maxRuntimeInSeconds: 5_000_000 } }), [
      "stoppingCondition.maxRuntimeInSeconds: must be a number of seconds from 1 to 2419200 (28 days)",
    ]));
});

describe("an instance type that the service model lacks", () => {
  const refused: [string, RegExp][] = [
    ["m5.2xlarge", /begins with `ml\.`; did you mean `ml\.m5\.2xlarge`\?$/],
    ["M5.2XLarge", /did you mean `ml\.m5\.2xlarge`\?$/],
    ["ML.m5.2xlarge", /begins with `ml\.`; did you mean `ml\.m5\.2xlarge`\?$/],
    ["ml.M5.2xlarge", /no capital letters; did you mean `ml\.m5\.2xlarge`\?$/],
    ["t2.micro-is-no-such-thing", /begins with `ml\.`$/],
    ["", /begins with `ml\.`$/],
  ];
  for (const [type, text] of refused) {
    it(`is refused: ${JSON.stringify(type)}`, () => {
      const { errors, warnings } = typed(type);
      assert.deepEqual([errors.length, warnings.filter(({ code }) => code === "unknown-instance-type")], [1, []]);
      assert.match(errors[0] === undefined ? "" : textOf(errors[0]), text);
    });
  }
  for (const type of ["ml.m9i.2xlarge", "ml.zzz"]) {
    it(`is a warning where AWS may have added it: ${type}`, () => {
      const { errors, warnings } = typed(type);
      assert.deepEqual([errors, warnings.map(({ code }) => code)], [[], ["unknown-instance-type"]]);
    });
  }
  it("is refused without a hint where it is a secret", () => {
    const { errors } = typed("m5.2xlarge", ["resourceConfig.instanceType"]);
    assert.deepEqual(errors.map(textOf), ["is no instance type of Clean Rooms ML: each begins with `ml.`"]);
  });
});
