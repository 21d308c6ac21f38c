import assert from "node:assert/strict";
import fc from "fast-check";
import { UNKNOWN } from "../../../provider/core/values/unknown";
import { normalise } from "../../../provider/kinds/trained-model/normalise";

const version = "16f5ae71-9894-49bc-8be4-94705a8c40c1";

describe("normalise", () => {
  const cases: [what: string, before: Record<string, unknown>, after: Record<string, unknown>][] = [
    [
      "sends numbers and booleans as text",
      { hyperparameters: { a: 10, b: 0.1, c: true } },
      { hyperparameters: { a: "10", b: "0.1", c: "true" } },
    ],
    ["does so for the environment too", { environment: { A: 0, B: false } }, { environment: { A: "0", B: "false" } }],
    [
      "and for nothing else",
      { resourceConfig: { instanceCount: 1 }, wait: true, tags: { a: 1 } },
      { resourceConfig: { instanceCount: 1 }, wait: true, tags: { a: 1 } },
    ],
    [
      "leaves a wrong type for the check to name",
      { hyperparameters: { a: [1], b: { c: 1 } }, environment: 5 },
      { hyperparameters: { a: [1], b: { c: 1 } }, environment: 5 },
    ],
    [
      "keeps what is unknown",
      { hyperparameters: { a: UNKNOWN }, environment: UNKNOWN, adopt: UNKNOWN },
      { hyperparameters: { a: UNKNOWN }, environment: UNKNOWN, adopt: UNKNOWN },
    ],
    [
      "drops what is null or undefined, at any depth",
      { name: null, description: undefined, hyperparameters: { a: null, b: "1" } },
      { hyperparameters: { b: "1" } },
    ],
    [
      "keeps what is empty or zero",
      { description: "", environment: {}, dataChannels: [], maxInstanceHours: 0 },
      { description: "", environment: {}, dataChannels: [], maxInstanceHours: 0 },
    ],
    [
      "keeps a list's length",
      { dataChannels: [null, { channelName: "a", mlInputChannelArn: null }] },
      { dataChannels: [null, { channelName: "a" }] },
    ],
    ['knows a first version by "NULL"', base({ versionIdentifier: "NULL" }), base({})],
    ["in any case", base({ versionIdentifier: "null" }), base({})],
    ["and by null", base({ versionIdentifier: null }), base({})],
    ["keeps a later version", base({ versionIdentifier: version }), base({ versionIdentifier: version })],
    ["leaves an empty version for the check to name", base({ versionIdentifier: "" }), base({ versionIdentifier: "" })],
    ["keeps a version that is unknown", base({ versionIdentifier: UNKNOWN }), base({ versionIdentifier: UNKNOWN })],
    [
      "leaves a channel that is none",
      { incrementalTrainingDataChannels: ["x"], adopt: "x" },
      { incrementalTrainingDataChannels: ["x"], adopt: "x" },
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.deepStrictEqual(normalise(before), after));

  it("changes nothing of what is given, and nothing the second time", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(UNKNOWN, "NULL"));
    const bag = fc.dictionary(
      fc.constantFrom("hyperparameters", "environment", "adopt", "name"),
      fc.oneof(value, fc.dictionary(fc.constantFrom("a", "versionIdentifier"), value)),
    );
    fc.assert(
      fc.property(bag, (given) => {
        const copy = JSON.stringify(given);
        const once = normalise(given);
        assert.equal(JSON.stringify(given), copy);
        assert.deepStrictEqual(normalise(once), once);
      }),
    );
  });
});

/** The two places that name a version. */
function base(members: Record<string, unknown>): Record<string, unknown> {
  return {
    incrementalTrainingDataChannels: [{ channelName: "base", trainedModelArn: "arn", ...members }],
    adopt: { trainedModelArn: "arn", ...members },
  };
}
