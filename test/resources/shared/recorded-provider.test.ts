import assert from "node:assert/strict";
import { recordedProvider } from "../../../provider/core/run/recorded-provider";
import { withProvider } from "../../../provider/resources/shared/recorded-provider";

describe("the line in the state", () => {
  it("never changes: states hold it", () => {
    const load = 'require("node:module").createRequire(process.cwd()+"/_")("pulumi-cleanroomsml/host")';
    assert.equal(recordedProvider("job"), `exports.handler=()=>${load}.job`);
    assert.equal(recordedProvider("waiter"), `exports.handler=()=>${load}.waiter`);
  });

  it("has a name that no input can have", () => {
    assert.deepEqual(withProvider({ region: "eu-west-1" }, "job"), { region: "eu-west-1", __provider: recordedProvider("job") });
    assert.throws(() => withProvider({ __provider: "own" }, "job"), /`__provider`, which Pulumi keeps for itself/);
  });
});
