import assert from "node:assert/strict";
import { checkout } from "../folders";

describe("what npm would publish", () => {
  it("weighs at most 400 kB, with the plugin", async () => {
    const { packedBytes } = await import("../../scripts/budgets/sizes.mjs");
    assert.ok(packedBytes(checkout) <= 400_000);
  }).timeout(60_000);
});
