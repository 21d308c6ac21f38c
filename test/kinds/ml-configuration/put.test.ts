import assert from "node:assert/strict";
import { inputsOf } from "../../../provider/kinds/ml-configuration/inputs";
import { putConfiguration } from "../../../provider/kinds/ml-configuration/put";
import { fakes, membershipIdentifier } from "../../core/fakes";

const roleArn = "arn:aws:iam::123456789012:role/output";
const inputs = inputsOf({ membershipIdentifier, defaultOutputLocation: { roleArn } });

describe("the put of an ML configuration", () => {
  it("is asked for again while the role is not usable, and says so on the row", async () => {
    const context = fakes();
    for (const kind of ["denied", "validation", "denied"] as const) context.service.fail("PutMLConfiguration", kind);
    assert.equal((await putConfiguration(inputs, context))?.defaultOutputLocation.roleArn, roleArn);
    assert.deepEqual(context.clock.sleeps, [5_000, 5_000, 5_000]);
    assert.deepEqual([...new Set(context.engine.rows)], ["waiting for the role to be usable"]);
  });

  it("is given up after a minute, with what the service said", async () => {
    const context = fakes();
    for (let call = 0; call < 20; call++)
      context.service.fail("PutMLConfiguration", "denied", { message: "not allowed to pass" });
    await assert.rejects(putConfiguration(inputs, context), /PutMLConfiguration failed: not allowed to pass/);
    assert.equal(context.clock.sleeps.length, 12);
  });

  it("is not repeated for anything else, and ends at the first Ctrl-C", async () => {
    const context = fakes();
    context.service.fail("PutMLConfiguration", "throttled");
    await assert.rejects(putConfiguration(inputs, context), /the service is busy|PutMLConfiguration failed/);
    assert.deepEqual(context.clock.sleeps, []);
    context.service.fail("PutMLConfiguration", "denied");
    context.clock.onSleep = () => context.abort.abort(new Error("interrupted"));
    await assert.rejects(putConfiguration(inputs, context), /interrupted/);
  });
});
