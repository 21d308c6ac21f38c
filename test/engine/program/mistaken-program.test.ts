import assert from "node:assert/strict";
import { Project } from "../harness";

/** A program that fails in a constructor, and the one sentence that it gives. */
const mistakes: [what: string, program: string, told: RegExp][] = [
  [
    "a model as the model to train on",
    `new ml.TrainedModel("x", { ...args, incrementalTrainingDataChannels: [{ ...base, channelName: "b" }] });`,
    /TrainedModel "x": incrementalTrainingDataChannels\[0\] holds the whole resource "base"; spread its `ref`: `\{ \.\.\.base\.ref, channelName: "base" \}`/,
  ],
  [
    "a model as inputs",
    `new ml.TrainedModel("x", { ...base, channelName: "b" });`,
    /TrainedModel "x": the inputs hold the whole resource "base"; .*`\.\.\.base\.ref`/,
  ],
  [
    "a model as adopt",
    `new ml.TrainedModel("x", { ...args, adopt: base });`,
    /TrainedModel "x": adopt holds the whole resource "base"; give its `ref`/,
  ],
  [
    "a resource in a map",
    `new ml.TrainedModel("x", { ...args, hyperparameters: { "base-model": base } });`,
    /TrainedModel "x": hyperparameters\["base-model"\] holds the whole resource "base"; give one of its outputs/,
  ],
  ["no inputs", `new ml.TrainedModel("x");`, /TrainedModel "x": the inputs are missing; they come after the name/],
  ["a text as inputs", `new ml.TrainedModel("x", "churn");`, /TrainedModel "x": the inputs are missing/],
  [
    "nothing to look up",
    `ml.TrainedModel.get("x");`,
    /TrainedModel\.get "x": the model to look up is missing; .*\{ trainedModelArn \}/,
  ],
  ["an empty ref to look up", `ml.TrainedModel.get("x", {});`, /TrainedModel\.get "x": the model to look up is missing/],
  [
    "a create time-out in words",
    `new ml.TrainedModel("x", args, { customTimeouts: { create: "5 hours" } });`,
    /TrainedModel "x": the option `customTimeouts\.create` is no duration; write it as `"5h"`, `"90m"` or `"1h30m"`/,
  ],
  [
    "a number alone",
    `new ml.TrainedModel("x", args, { customTimeouts: { update: "5" } });`,
    /`customTimeouts\.update` is no duration/,
  ],
  [
    "days",
    `new ml.TrainedModel("x", args, { customTimeouts: { delete: "2d" } });`,
    /`customTimeouts\.delete` is no duration.*hours/,
  ],
];

describe("a program that is mistaken", function () {
  this.timeout(240_000);
  let project: Project;
  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  for (const [what, program, told] of mistakes)
    it(`is told in one sentence: ${what}`, async () => {
      project.program(`const base = new ml.TrainedModel("base", args); ${program}`);
      const { code, output } = await project.pulumi("preview");
      assert.notEqual(code, 0);
      assert.match(output, told);
      assert.doesNotMatch(output, /\n\s+at /, "a stack");
      assert.equal(project.service.requests.length, 0);
    });
});
