import assert from "node:assert/strict";
import { componentOptions } from "../../../provider/resources/shared/component-options";

const split = (opts: Parameters<typeof componentOptions>[0]) => componentOptions(opts, ["status", "statusDetails"]);

describe("the options of a component", () => {
  it("go to the part in which they do something, and to no other", () => {
    const ofJob = {
      ignoreChanges: ["tags"],
      replaceOnChanges: ["description"],
      replacementTrigger: "2026-01",
      replaceWith: [],
      hideDiffs: ["tags"],
    };
    const own = { protect: true, retainOnDelete: true, aliases: [{ name: "old" }] };
    assert.deepEqual(split({ ...ofJob, ...own }), { own, job: ofJob, waiter: { protect: false } });
  });

  it("make secret what each part has", () => {
    const { own, job, waiter } = split({ additionalSecretOutputs: ["status", "hyperparameters"] });
    assert.deepEqual([own, job.additionalSecretOutputs, waiter.additionalSecretOutputs], [{}, ["hyperparameters"], ["status"]]);
  });

  it("bound the waiter's create and update; a delete is the job's alone", () => {
    const customTimeouts = { create: "3h", update: "2h", delete: "1h" };
    const { job, waiter } = split({ customTimeouts });
    assert.deepEqual([job.customTimeouts, waiter.customTimeouts], [customTimeouts, { create: "3h", update: "2h" }]);
    assert.deepEqual(split({ customTimeouts: { create: "3h" } }).waiter.customTimeouts, { create: "3h" });
    assert.deepEqual(split({ customTimeouts: { delete: "1h" } }).waiter, { protect: false });
  });
});
