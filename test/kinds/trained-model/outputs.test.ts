import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { hiddenKeys } from "../../../provider/core/run/hidden-keys";
import { recordedInputs } from "../../../provider/core/values/filled";
import { trainingInputs } from "../../../provider/kinds/trained-model/inputs";
import { trainingOutputs } from "../../../provider/kinds/trained-model/outputs";
import { fixtures } from "../../folders";

describe("what the state records of a training", () => {
  it("is what 0.1.0 recorded of the same model, to the order of what the service filled in", () => {
    const file = readFileSync(path.join(fixtures, "states", "0.1.0.json"), "utf8");
    const { resources }: { resources: { type: string; id: string; outputs: object }[] } = JSON.parse(file).deployment;
    const jobs = resources.filter(({ type }) => type.endsWith(":TrainingJob"));
    assert.equal(jobs.length, 2);
    for (const { id, outputs } of jobs) {
      const { [hiddenKeys.context]: _1, __provider: _2, ...recorded }: Record<string, unknown> = { ...outputs };
      const given = recordedInputs(recorded, trainingInputs);
      assert.deepEqual(trainingOutputs(given, id, recorded), recorded);
    }
  });
});
