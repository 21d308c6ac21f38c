import assert from "node:assert/strict";

describe("the versions that set-up takes", () => {
  let versions: typeof import("../../scripts/set-up/versions.mjs");
  before(async () => {
    versions = await import("../../scripts/set-up/versions.mjs");
  });

  for (const [text, taken] of [
    ["v3.216.0", true],
    ["v3.250.0", true],
    ["3.245.0-alpha.1+dirty\n", true],
    ["v3.215.9", false],
    ["v2.999.0", false],
    ["v4.0.0", false],
    ["not a version", false],
    ["", false],
  ] as const) {
    it(`${taken ? "takes" : "refuses"} a CLI that says ${JSON.stringify(text)}`, () => {
      assert.equal(versions.isCliSupported(text), taken);
    });
  }

  for (const [text, taken] of [
    ["v20.19.0", true],
    ["v22.0.0", true],
    ["v20.18.3", false],
    ["v18.20.4", false],
  ] as const) {
    it(`${taken ? "takes" : "refuses"} Node ${text}`, () => {
      assert.equal(versions.isNodeSupported(text), taken);
    });
  }
});
