import assert from "node:assert/strict";
import { reasonsOf, SECRET, textOfReason } from "../../../provider/core/values/reasons";
import { UNKNOWN } from "../../../provider/core/values/unknown";
import { trainedModelShape } from "../../../provider/kinds/trained-model/shape";

type Bag = Record<string, unknown>;

/** The lines for some paths, from one set of inputs to another. */
function lines(olds: object, news: object, ...paths: string[]): string[] {
  return reasonsOf(olds, news, paths, trainedModelShape, []).map(textOfReason);
}

/** The line for a path, where some paths are secret. */
function line(olds: object, news: object, path: string, ...secrets: string[]): string | undefined {
  return reasonsOf(olds, news, [path], trainedModelShape, secrets).map(textOfReason)[0];
}

const account = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const arnOf = (name: string) => `${account}/ml-input-channel/${name}`;

describe("reasonsOf", () => {
  const cases: [what: string, olds: Bag, news: Bag, path: string, then: string][] = [
    [
      "both values",
      { hyperparameters: { epochs: "10" } },
      { hyperparameters: { epochs: 20 } },
      "hyperparameters.epochs",
      "10 → 20",
    ],
    ["that nothing was set", {}, { kmsKeyArn: "key" }, "kmsKeyArn", "[not set] → key"],
    ["that nothing is set any more", { environment: { A: "1" } }, {}, "environment.A", "1 → [not set]"],
    ["the default where the input is left out", {}, { trainingInputMode: "Pipe" }, "trainingInputMode", "File → Pipe"],
    [
      "the default that the program goes back to",
      { resourceConfig: { instanceCount: 2 } },
      {},
      "resourceConfig.instanceCount",
      "2 → 1",
    ],
    [
      "the default that was spelled out",
      { resourceConfig: { instanceCount: 1 } },
      { resourceConfig: { instanceCount: 2 } },
      "resourceConfig.instanceCount",
      "1 → 2",
    ],
    ["an empty text as one", { hyperparameters: { a: "" } }, { hyperparameters: { a: "b" } }, "hyperparameters.a", '"" → b'],
    [
      "a text of many lines in one",
      { hyperparameters: { a: "x\n\n y" } },
      { hyperparameters: { a: "z" } },
      "hyperparameters.a",
      "x y → z",
    ],
    ["what is not known yet", { description: "a" }, { description: UNKNOWN }, "description", "a → [not yet known]"],
    [
      "what is not known yet, a place above",
      { hyperparameters: { a: "1" } },
      { hyperparameters: UNKNOWN },
      "hyperparameters.a",
      "1 → [not yet known]",
    ],
    [
      "a channel that came, by its name",
      {},
      { dataChannels: [{ channelName: "a", mlInputChannelArn: arnOf("a") }] },
      "dataChannels[0]",
      "[not set] → a",
    ],
    [
      "a channel that went, by its name",
      { dataChannels: [{ channelName: "a", mlInputChannelArn: arnOf("a") }] },
      { dataChannels: [] },
      "dataChannels[0]",
      "a → [not set]",
    ],
    [
      "nothing of a text where a map is wanted",
      { environment: "x" },
      { environment: { A: "1" } },
      "environment.A",
      "[not set] → 1",
    ],
    [
      "of a group only that it is set",
      { resourceConfig: { instanceType: "ml.m5.2xlarge" } },
      {},
      "resourceConfig",
      "[set] → [not set]",
    ],
  ];
  for (const [what, olds, news, path, then] of cases) {
    it(`says ${what}`, () => assert.deepEqual(lines(olds, news, path), [`${path} ${then}`]));
  }

  it("compares a channel with its namesake, wherever that was", () => {
    const channel = (channelName: string, arn: string) => ({ channelName, mlInputChannelArn: arn });
    const olds = { dataChannels: [channel("a", "one"), channel("b", "two")] };
    const news = { dataChannels: [channel("b", "three"), channel("a", "one")] };
    assert.deepEqual(lines(olds, news, "dataChannels[0].mlInputChannelArn"), ["dataChannels[0].mlInputChannelArn two → three"]);
  });

  it("has one reason for each path, in their order", () => {
    const news = { hyperparameters: { a: "1", b: "2" } };
    assert.deepEqual(lines({}, news, "hyperparameters.b", "hyperparameters.a"), [
      "hyperparameters.b [not set] → 2",
      "hyperparameters.a [not set] → 1",
    ]);
  });

  it("shows no secret, of the old inputs or of the new ones, at the place, above or below it", () => {
    const [olds, news] = [{ hyperparameters: { token: "hunter1", a: "1" } }, { hyperparameters: { token: "hunter2", a: "2" } }];
    const path = "hyperparameters.token";
    const masked = `${path} ${SECRET} → ${SECRET}`;
    assert.equal(line(olds, news, path, path), masked);
    assert.equal(line(olds, news, path, "hyperparameters"), masked);
    assert.equal(line(olds, news, "hyperparameters", path), `hyperparameters ${SECRET} → ${SECRET}`);
    assert.equal(line(olds, news, "hyperparameters.a", path), "hyperparameters.a 1 → 2");
  });

  it("still says of a secret that it was not set, or is not known yet", () => {
    const path = "environment.TOKEN";
    const token = { environment: { TOKEN: "hunter2" } };
    assert.equal(line({}, token, path, path), `${path} [not set] → ${SECRET}`);
    assert.equal(line(token, { environment: { TOKEN: UNKNOWN } }, path, path), `${path} ${SECRET} → [not yet known]`);
  });

  it("leaves out what two long ARNs share", () => {
    const path = "dataChannels[0].mlInputChannelArn";
    const inputs = (name: string) => ({ dataChannels: [{ channelName: "a", mlInputChannelArn: arnOf(name) }] });
    assert.deepEqual(lines(inputs("march"), inputs("may"), path), [`${path} …/march → …/may`]);
    assert.deepEqual(lines(inputs("march"), { dataChannels: [{ channelName: "a", mlInputChannelArn: UNKNOWN }] }, path), [
      `${path} …/march → [not yet known]`,
    ]);
  });

  it("cuts a long text where it is alone, or shares no place of an ARN", () => {
    const inputs = (a: string) => ({ hyperparameters: { a } });
    const path = "hyperparameters.a";
    assert.deepEqual(lines(inputs("x".repeat(61)), inputs("y".repeat(60)), path), [
      `${path} ${"x".repeat(59)}… → ${"y".repeat(60)}`,
    ]);
    const json = `{"layers":${"1".repeat(60)},"rate":2}`;
    assert.deepEqual(lines({}, inputs(json), path), [`${path} [not set] → ${json.slice(0, 59)}…`]);
    assert.deepEqual(lines(inputs(arnOf("march")), inputs("arn:aws:short"), path), [
      `${path} …:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-… → arn:aws:short`,
    ]);
  });

  it("names a first version as none, however it is written", () => {
    const inputs = (versionIdentifier: string) => ({ incrementalTrainingDataChannels: [{ versionIdentifier }] });
    const path = "incrementalTrainingDataChannels[0].versionIdentifier";
    assert.deepEqual(lines(inputs("NULL"), inputs("v"), path), [`${path} [not set] → v`]);
  });
});
