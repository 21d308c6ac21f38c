import assert from "node:assert/strict";
import { diffInputs } from "../../../../provider/core/values/diff";
import { UNKNOWN } from "../../../../provider/core/values/unknown";
import { announcement } from "../../../../provider/kinds/trained-model/check/announcement";
import { useOf } from "../../../../provider/kinds/trained-model/check/instance-hours";
import { limitIssues } from "../../../../provider/kinds/trained-model/check/max-instance-hours";
import { trainedModelShape } from "../../../../provider/kinds/trained-model/shape";
import { jobInputs } from "../../../core/fakes";
import { check } from "../checking";

const inputs = (change: object = {}) => check({ ...jobInputs(), ...change }).inputs;
const big = { instanceType: "ml.g5.12xlarge", instanceCount: 2, volumeSizeInGB: 30 };

describe("what a training can use", () => {
  const cases: [string, object, number, string, string[]?][] = [
    [
      "the example of the issue",
      { resourceConfig: big, stoppingCondition: { maxRuntimeInSeconds: 14_400 }, mlModelTrainingPayerAccountId: "123456789012" },
      8,
      "at most 8 instance-hours (2 × ml.g5.12xlarge × 4 h), paid by 123456789012",
    ],
    [
      "no stopping condition",
      { resourceConfig: big, stoppingCondition: undefined },
      1344,
      "no bound set: up to 28 days, 1344 instance-hours (2 × ml.g5.12xlarge × 28 days), paid by the collaboration's default payer",
    ],
    [
      "a stopping condition without a time",
      { resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 1 }, stoppingCondition: {} },
      672,
      "no bound set: up to 28 days, 672 instance-hours (1 × ml.m5.2xlarge × 28 days), paid by the collaboration's default payer",
    ],
    [
      "a count that is not known yet",
      { resourceConfig: { ...big, instanceCount: UNKNOWN }, stoppingCondition: { maxRuntimeInSeconds: 3_600 } },
      5,
      "at most 5 instance-hours ([not yet known] × ml.g5.12xlarge × 1 h), paid by the collaboration's default payer",
    ],
    [
      "a secret number of instances",
      { resourceConfig: big },
      2,
      "at most [secret] instance-hours, paid by the collaboration's default payer",
      ["resourceConfig.instanceCount"],
    ],
  ];
  for (const [what, change, hours, text, secrets = []] of cases) {
    it(`says it for ${what}`, () => {
      const use = useOf(inputs({ stoppingCondition: { maxRuntimeInSeconds: 3_600 }, ...change }), secrets);
      assert.deepEqual([use.instanceHours, use.text], [hours, text]);
    });
  }
});

describe("the limit of a training to come", () => {
  const hours = (count: number, change: object = {}) =>
    inputs({
      resourceConfig: { ...big, instanceCount: 1 },
      stoppingCondition: { maxRuntimeInSeconds: count * 3_600 },
      ...change,
    });
  const refused = (bag: Record<string, unknown>, ofStack?: number) => limitIssues(bag, ofStack, []).length > 0;

  it("refuses what is above it, and nothing else", () => {
    assert.deepEqual([refused(hours(10), 10), refused(hours(11), 10), refused(hours(11))], [false, true, false]);
  });
  it("gives way to the resource's own, above or below", () => {
    assert.deepEqual(
      [
        refused(hours(11, { maxInstanceHours: 11 }), 10),
        refused(hours(11, { maxInstanceHours: 5 })),
        refused(hours(4, { maxInstanceHours: 3 }), 10),
      ],
      [false, true, true],
    );
  });
  it("counts a training without a bound as 28 days", () => {
    const unbounded = hours(1, { stoppingCondition: undefined });
    assert.deepEqual([refused(unbounded, 671), refused(unbounded, 672)], [true, false]);
  });
  it("waits for what is not known yet", () => {
    assert.equal(refused(hours(11, { maxInstanceHours: UNKNOWN }), 10), false);
    assert.equal(refused(hours(11, { stoppingCondition: UNKNOWN }), 10), false);
  });
  it("refuses nothing when it is no limit: that is an error of its own", () => {
    assert.equal(refused(hours(11, { maxInstanceHours: 0 })), false);
    assert.equal(refused(hours(11, { maxInstanceHours: 0 }), 10), true);
  });
  it("is a number above 0, and changing it trains nothing", () => {
    for (const wrong of [0, -1, "5", Number.NaN]) {
      assert.ok(check({ ...jobInputs(), maxInstanceHours: wrong }).errors.some(({ path }) => path === "maxInstanceHours"));
    }
    const diff = diffInputs(inputs({ maxInstanceHours: 1 }), inputs({ maxInstanceHours: 2 }), trainedModelShape);
    assert.deepEqual(diff, { updates: ["maxInstanceHours"], replaces: [] });
  });
});

describe("why a model trains", () => {
  const said = (
    before: object,
    after: object,
    limit?: number,
    { olds = [], news = [] }: { olds?: string[]; news?: string[] } = {},
  ) => {
    const recorded = inputs(before);
    const wanted = inputs(after);
    const { replaces } = diffInputs(recorded, wanted, trainedModelShape);
    return announcement(wanted, { recorded, replaces, secrets: olds }, limit, news);
  };
  const hour = { stoppingCondition: { maxRuntimeInSeconds: 3_600 } };
  const tail = "at most 1 instance-hour (1 × ml.m5.2xlarge × 1 h), paid by the collaboration's default payer";

  it("says what a new one uses, and nothing of an old one", () => {
    assert.equal(announcement(inputs(hour), undefined, undefined, []), `trains: ${tail}`);
  });
  it("names each path with old and new", () => {
    assert.equal(
      said({ ...hour, hyperparameters: { epochs: 10 } }, { ...hour, hyperparameters: { epochs: 20 } }),
      `trains again: hyperparameters.epochs 10 → 20; ${tail}; deletes the output of the old model`,
    );
  });
  it("leaves out what two ARNs share", () => {
    const channel = (name: string) => ({
      ...hour,
      dataChannels: [
        { ...jobInputs().dataChannels[0], mlInputChannelArn: `${jobInputs().dataChannels[0]?.mlInputChannelArn}${name}` },
      ],
    });
    assert.match(said(channel("-a"), channel("-b")), /dataChannels\[0\]\.mlInputChannelArn …\/[\w-]+-a → …\/[\w-]+-b;/);
  });
  it("masks a secret that was, and one that comes", () => {
    const one = { ...hour, environment: { T: "planted" } };
    const path = ["environment.T"];
    const two = { ...hour, environment: { T: "seed" } };
    const texts = [
      said(one, two, 0, { olds: path }),
      said(two, one, 0, { news: path }),
      said(one, hour, 0, { olds: path }),
      said(hour, one, 0, { news: path }),
    ];
    for (const text of texts) {
      assert.doesNotMatch(text, /planted|seed/);
      assert.match(text, /environment\.T/);
    }
  });
  it("names five reasons and counts the rest", () => {
    const many = (value: number) => ({ ...hour, hyperparameters: Object.fromEntries([..."abcdefg"].map((key) => [key, value])) });
    assert.match(said(many(1), many(2)), /hyperparameters\.e 1 → 2; and 2 more; at most/);
  });
  it("says so when the program sets its own limit", () => {
    assert.match(
      said({}, { ...hour, description: "x", maxInstanceHours: 40 }, 10),
      /limit set here: 40 instead of the stack's 10/,
    );
  });
  it("trains nothing for a model that is taken over", () => {
    const trainedModelArn = `${jobInputs().dataChannels[0]?.mlInputChannelArn.replace("ml-input-channel", "trained-model")}`;
    assert.equal(
      announcement(inputs({ adopt: { trainedModelArn } }), undefined, 1, []),
      `takes over ${trainedModelArn}; nothing is trained`,
    );
  });
});
