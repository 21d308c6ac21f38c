import assert from "node:assert/strict";
import { reportOf } from "../../provider/report/build";
import { gated } from "../../provider/report/gates";
import { forMembers } from "../../provider/report/members";
import { readPreview } from "../../provider/report/preview";
import { jobInputs } from "../core/fakes";

const TYPES = "cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob";
const urnOf = (name: string, types = TYPES) => `urn:pulumi:dev::shop::${types}::${name}`;
const inputs = jobInputs();
const arn = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${inputs.membershipIdentifier}/trained-model/m`;
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a preview says of a model that goes, and of one that comes. */
const gone = (name: string, change: object = {}, state: object = {}, types = TYPES) => {
  const outputs = { ...inputs, name: `${name}-0a1b2c3d`, trainedModelArn: arn, ...change };
  return { op: "delete", urn: urnOf(name, types), oldState: { outputs, inputs: outputs, ...state } };
};
const come = (name: string, change: object = {}, types = TYPES) => ({
  op: "create",
  urn: urnOf(name, types),
  newState: { inputs: { ...inputs, ...change } },
});
const report = (...steps: object[]) => reportOf(readPreview(JSON.stringify({ steps })));
const twins = (...steps: object[]) =>
  report(...steps).models.map(({ kind, name, twin }) => `${kind} ${name}: ${twin?.name} ${twin?.aliases} ${twin?.isSure}`);

describe("resources that ask for the same training", () => {
  it("are paired one by one, in the program's order, and those of one name first", () => {
    assert.deepEqual(
      report(
        come("a2"),
        come("b2"),
        come("same", {}, `shop:index:Team$${TYPES}`),
        come("more"),
        gone("b"),
        gone("same"),
        gone("a"),
      ).models.map(({ kind, name, twin }) => [kind, name, twin?.name]),
      [
        ["train", "a2", "a"],
        ["train", "b2", "b"],
        ["train", "more", undefined],
        ["train", "same", "same"],
        ["delete", "a", "a2"],
        ["delete", "b", "b2"],
        ["delete", "same", "same"],
      ],
    );
  });

  it("are the same where only the state tells what the service filled in", () => {
    const filled = { resourceConfig: { ...inputs.resourceConfig, instanceCount: 1 }, trainingInputMode: "File" };
    assert.deepEqual(twins(come("b"), gone("a", filled)), [
      'train b: a aliases: [{ name: "a" }] true',
      'delete a: b aliases: [{ name: "a" }] true',
    ]);
  });

  it("are told with a doubt where a value is a secret or not known yet", () => {
    const secret = { environment: { TOKEN: "[secret]" } };
    const channels = { incrementalTrainingDataChannels: [{ trainedModelArn: unknownValue, channelName: "base" }] };
    const known = { incrementalTrainingDataChannels: [{ trainedModelArn: arn, channelName: "base" }] };
    assert.match(twins(come("b", secret), gone("a", secret))[0] ?? "", /\] false$/);
    assert.match(twins(come("b", channels), gone("a", known))[0] ?? "", /\] false$/);
  });

  it("are told where the program keeps the old model too", () => {
    for (const old of [gone("a", {}, { retainOnDelete: true }), gone("a", { adopt: { trainedModelArn: arn } })])
      assert.deepEqual(twins(come("b"), old), [
        'train b: a aliases: [{ name: "a" }] true',
        'forget a: b aliases: [{ name: "a" }] true',
      ]);
  });

  it("have no line where no alias leads from one to the other", () => {
    const bare = "pulumi-nodejs:dynamic/cleanroomsml:TrainingJob";
    assert.match(twins(come("churn"), gone("churn", {}, {}, bare))[0] ?? "", /^train churn: churn undefined true$/);
  });

  it("say it to other members too, and break the gates as they did", () => {
    const found = gated(report(come("b"), gone("a")), { failOn: ["delete"] });
    assert.deepEqual(found.breaches, ["deletes the output of a"]);
    assert.equal(forMembers(found).models[0]?.twin?.aliases, 'aliases: [{ name: "a" }]');
  });
});
