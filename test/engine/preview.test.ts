import assert from "node:assert/strict";
import { operationsOf, Project } from "./harness";

/** What may change on a chain of three models: base, next on it, third on next. Each change is on top of those before. */
interface Chain {
  base: string;
  next: string;
  third: string;
  /** Options of `next`. */
  options: string;
  more: string;
}

const programOf = ({ base, next, third, options, more }: Chain) => `
  const on = (model, more) => ({ ...args, incrementalTrainingDataChannels: [{ ...model.ref, channelName: "base" }], ...more });
  const base = new ml.TrainedModel("base", { ...args, ...${base} });
  const next = new ml.TrainedModel("next", on(base, ${next}), ${options});
  const third = new ml.TrainedModel("third", on(next, ${third}));
  ${more}
  exports.third = third.trainedModelArn;`;

/** A change, and how many trainings the preview must announce. */
const changes: [string, Partial<Chain>, number][] = [
  ["nothing", {}, 0],
  ["tags of the base", { base: `{ tags: { team: "ml" } }` }, 0],
  [
    "a number as text, and defaults spelled out",
    { third: `{ hyperparameters: { epochs: "10" }, trainingInputMode: "File" }` },
    0,
  ],
  ["a limit of its own", { next: `{ maxInstanceHours: 5 }` }, 0],
  ["a hyperparameter of the last", { third: `{ hyperparameters: { epochs: 11 } }` }, 1],
  ["a secret for the middle one", { next: `{ environment: { TOKEN: pulumi.secret("hunter22") } }` }, 2],
  ["a hyperparameter of the base", { base: `{ hyperparameters: { epochs: 12 } }` }, 3],
  ["a trigger for the middle one", { options: `{ replacementTrigger: "a" }` }, 0],
  ["another trigger", { options: `{ replacementTrigger: "b" }` }, 2],
  ["no more waiting for the last", { third: `{ hyperparameters: { epochs: 11 }, wait: false }` }, 0],
  ["a fourth model on the third", { more: `new ml.TrainedModel("fourth", on(third, {}));` }, 1],
  [
    "the fourth gone, the base's tags too, the last anew",
    { more: "", base: `{ hyperparameters: { epochs: 12 } }`, third: "{}" },
    1,
  ],
];

describe("a preview is what the update then does", function () {
  this.timeout(600_000);
  let project: Project;
  const chain: Chain = { base: "{}", next: "{}", third: "{}", options: "{}", more: "" };

  before(async () => {
    project = await Project.create({ trainingSeconds: 0.2 });
    project.program(programOf(chain));
    await project.up();
  });
  after(() => project.close());

  for (const [what, change, trainings] of changes) {
    it(`for ${what}`, async () => {
      project.program(programOf(Object.assign(chain, change)));
      const preview = await project.pulumi("preview", "--json");
      assert.equal(preview.code, 0, preview.output);
      const paid = project.service.creates;
      const update = await project.pulumi("up", "--yes", "--skip-preview", "--json");
      assert.equal(update.code, 0, update.output);
      const { steps, diagnostics = [] } = JSON.parse(preview.stdout);
      assert.deepEqual(operationsOf(stepsOfEvents(update.stdout)), operationsOf(steps));
      assert.equal(project.service.creates - paid, trainings);
      const announced = diagnostics.filter(({ message }: { message: string }) => /^trains\b/.test(message));
      assert.equal(announced.length, trainings, JSON.stringify(diagnostics));
    });
  }
});

/** The logical steps in the events of `pulumi up --json`; the parts of a replacement are one. */
function stepsOfEvents(stdout: string): { op: string; urn: string }[] {
  return stdout
    .split("\n")
    .filter((line) => line.includes('"resourcePreEvent"'))
    .map((line) => JSON.parse(line).resourcePreEvent.metadata)
    .filter(({ op }: { op: string }) => op !== "create-replacement" && op !== "delete-replaced");
}
