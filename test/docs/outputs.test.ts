import assert from "node:assert/strict";
import { Project } from "../engine/harness";
import { type Block, blocks } from "./blocks";
import { Shell } from "./shell";

/** What differs from run to run, and from the project of a document to that of a test. */
const varying: [RegExp, string][] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID"],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME"],
  [/trained \d{4}-\d\d-\d\d/g, "trained DATE"],
  [/elapsed: \d+ \w+/g, "elapsed: SOME TIME"],
  [/churn-[0-9a-f]{8}(-[0-9a-f])?/g, "churn-HASH"],
  [/urn:pulumi:dev::\w+::/g, "urn:pulumi:dev::PROJECT::"],
];

/** The lines of a text that say something, without what varies; `…` stands for lines that are left out. */
function linesOf(text: string): string[] {
  const plain = varying.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
  return plain
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "…");
}

/** Every line of `blocks` that is asked for has to be in the output, as it stands. */
function requireShown(shown: readonly Block[], output: string, isAsked: (line: string) => boolean = () => true): void {
  const real = new Set(linesOf(output));
  for (const { text, where } of shown)
    for (const line of linesOf(text).filter(isAsked)) assert.ok(real.has(line), `${where}: ${line}\nis not in\n${output}`);
}

const having = (words: string, count: number): Block[] => {
  const found = blocks("text").filter(({ text }) => text.includes(words));
  assert.equal(found.length, count, words);
  return found;
};

describe("what README.md and docs/ say that is printed", function () {
  this.timeout(120_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create();
    project.program(`new ml.TrainedModel("churn", args);`);
  });
  afterEach(() => project.close());

  it("is what a preview of a new model and of a retraining says", async () => {
    const { output } = await project.pulumi("preview");
    requireShown(having("    trains: ", 1), output, (line) => line.startsWith("trains: "));
    await project.up();
    project.program(`new ml.TrainedModel("churn", { ...args, hyperparameters: { epochs: 20 } });`);
    const again = await project.pulumi("preview");
    requireShown(having("trains again: ", 2), again.output, (line) => line.startsWith("trains again: "));
  });

  it("is what a failed training says", async () => {
    project.service.faults.add({ kind: "fail-training", statusCode: "AlgorithmError", message: "Out of memory" });
    const { code, output } = await project.pulumi("up", "--yes", "--skip-preview");
    assert.notEqual(code, 0);
    const isOfRow = (line: string) => /^pulumi-nodejs:|^error: /.test(line);
    requireShown(having("failed to train", 2), output, (line) => !isOfRow(line));
  });

  it("is what a report says", async () => {
    const chain = (epochs: number) =>
      project.program(`
        const on = (model) => ({ ...args, incrementalTrainingDataChannels: [{ ...model.ref, channelName: "source" }] });
        const first = new ml.TrainedModel("first", { ...args, hyperparameters: { epochs: ${epochs} } });
        const second = new ml.TrainedModel("second", on(first));
        new ml.TrainedModel("third", on(second));`);
    chain(10);
    await project.up();
    chain(20);
    const output = await new Shell(project).succeed("pulumi preview --json --show-sames | npx cleanroomsml report");
    requireShown(having("### Trained models", 1), output);
  });
});
