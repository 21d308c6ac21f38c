// test/mocks.test.ts
import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

describe("the program under mocks", () => {
  before(async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({
        id: `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789/trained-model/${name}`,
        state: { ...inputs, status: "ACTIVE" },
      }),
      call: ({ inputs }) => inputs,
    });
  });

  it("exports the model's ARN", async () => {
    const { arn }: typeof import("../index") = require("../index");
    const text = await new Promise<string>((resolve) => arn.apply(resolve));
    assert.match(text, /trained-model\/churn$/);
  });
});
