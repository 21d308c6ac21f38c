import assert from "node:assert/strict";
import { textOf } from "../../../provider/core/check/issues";
import { issueOf } from "../../../provider/core/check/plain-words";
import { configurationWarnings } from "../../../provider/kinds/ml-configuration/check";
import { violationsOf } from "../../../provider/service/violations";

const said = (shape: string, value: string) =>
  violationsOf(shape, value, "").map((one) => textOf(issueOf(one, "ML configuration", value)));

describe("a wrong role or folder of an ML configuration, in words", () => {
  const example = "such as `arn:aws:iam::123456789012:role/…`";
  const cases: [string, string, string][] = [
    ["IamRoleArn", "my-role", `must be the ARN of an IAM role, ${example}`],
    ["IamRoleArn", "arn:aws:iam::123456789012:user/x", `is the ARN of an IAM user, and an IAM role is wanted; ${example}`],
    ["S3Path", "my-bucket/logs", "must begin with `s3://` and the name of a bucket"],
  ];
  for (const [shape, value, words] of cases) it(value, () => assert.deepEqual(said(shape, value), [words]));

  it("has no warning of a prefix where the folder is none", () => {
    const codesOf = (s3Uri: string) =>
      configurationWarnings({ defaultOutputLocation: { destination: { s3Destination: { s3Uri } } } }).map(({ code }) => code);
    assert.deepEqual([codesOf("my-bucket"), codesOf("s3://my-bucket"), codesOf("s3://my-bucket/a")], [[], ["no-prefix"], []]);
  });
});
