import assert from "node:assert/strict";
import { reportOf } from "../../../provider/report/build";
import { markdownOf } from "../../../provider/report/markdown";
import { readPreview } from "../../../provider/report/preview";
import type { PlannedChange, Report } from "../../../provider/report/report";
import { Project } from "../harness";
import { byHost } from "../host";

/** What the job is to a transform, and in a URN. */
const jobType = byHost({
  dynamic: "pulumi-nodejs:dynamic/cleanroomsml:TrainingJob",
  plugin: "cleanroomsml:index:TrainingJob",
});

describe("the report of a resource under a new URN", function () {
  this.timeout(120_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create();
  });
  afterEach(() => project.close());

  const reported = async (body: string): Promise<Report> => {
    project.program(body);
    const { code, stdout, output } = await project.pulumi("preview", "--json", "--show-sames");
    assert.equal(code, 0, output);
    return reportOf(readPreview(stdout));
  };
  const of = ({ models }: Report, kind: PlannedChange["kind"]) => models.filter((model) => model.kind === kind);

  const moves: [what: string, original: string, renamed: (aliases: string) => string, aliases: string][] = [
    [
      "another name",
      `new ml.TrainedModel("churn", args);`,
      (options) => `new ml.TrainedModel("attrition", args, { ${options} });`,
      'aliases: [{ name: "churn" }]',
    ],
    [
      "a new parent",
      `new ml.TrainedModel("churn", args);`,
      (options) => `
        const parent = new pulumi.ComponentResource("shop:index:Team", "team");
        new ml.TrainedModel("churn", args, { parent, ${options} });`,
      'aliases: ["urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel::churn"]',
    ],
    [
      "another name and parent, of a model with a secret",
      `
        const parent = new pulumi.ComponentResource("shop:index:Team", "team");
        new ml.TrainedModel("churn", { ...args, environment: { TOKEN: pulumi.secret("x") } }, { parent });`,
      (options) => `new ml.TrainedModel("it's", { ...args, environment: { TOKEN: pulumi.secret("x") } }, { ${options} });`,
      'aliases: ["urn:pulumi:dev::shop::shop:index:Team$cleanroomsml:index:TrainedModel::churn"]',
    ],
    [
      "another name of a bare job",
      `new ml.TrainingJob("churn", args);`,
      (options) => `new ml.TrainingJob("attrition", args, { ${options} });`,
      'aliases: [{ name: "churn" }]',
    ],
    [
      "a job taken out of its component",
      `new ml.TrainedModel("churn", args);`,
      (options) => `new ml.TrainingJob("churn", args, { ${options} });`,
      `aliases: ["urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$${jobType}::churn"]`,
    ],
  ];
  for (const [what, original, renamed, aliases] of moves) {
    it(`names the line that keeps the model: ${what}`, async () => {
      project.program(original);
      await project.up();
      const report = await reported(renamed(""));
      const [fresh, old] = [of(report, "train")[0], of(report, "delete")[0]];
      assert.deepEqual([fresh?.twin?.aliases, old?.twin?.aliases], [aliases, aliases]);
      assert.deepEqual([fresh?.twin?.name, old?.twin?.name], [old?.name, fresh?.name]);
      assert.equal(fresh?.twin?.isSure, !original.includes("secret"));
      assert.equal(markdownOf(report).split(`\`${aliases}\` in the options of \`${fresh?.name}\` keeps`).length, 3);
      const kept = await reported(renamed(aliases));
      assert.deepEqual([of(kept, "train"), of(kept, "train-again"), of(kept, "delete")], [[], [], []]);
      assert.equal(kept.models.length, 0, markdownOf(kept));
      assert.equal(kept.unchangedModels, 1);
      await project.up();
      assert.equal(project.service.creates, 1);
      assert.equal(project.service.models()[0]?.status, "ACTIVE");
    });
  }
  const apart: [what: string, original: string, other: string][] = [
    ["other inputs", `"churn", args`, `"attrition", { ...args, hyperparameters: { epochs: 11 } }`],
    ["another given name", `"churn", { ...args, name: "a" }`, `"attrition", { ...args, name: "b" }`],
  ];
  for (const [what, original, other] of apart) {
    it(`says nothing of ${what}`, async () => {
      project.program(`new ml.TrainedModel(${original});`);
      await project.up();
      const report = await reported(`new ml.TrainedModel(${other});`);
      assert.deepEqual(
        report.models.map(({ kind, twin }) => [kind, twin]),
        [
          ["train", undefined],
          ["delete", undefined],
        ],
      );
    });
  }
});

describe("the report of a preview that is refused", function () {
  this.timeout(120_000);

  it("reads the same for an input at the top, below it and with a secret in it", async () => {
    const project = await Project.create();
    project.program(`new ml.TrainedModel("churn", { ...args, hyperparamters: {}, dataChannels: [],
      resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 0 },
      environment: { A: pulumi.secret("x".repeat(600)) } });`);
    const { stdout } = await project.pulumi("preview", "--json");
    await project.close();
    const { isFailed, errors } = reportOf(readPreview(stdout));
    assert.equal(isFailed, true);
    assert.deepEqual(errors.map(({ model, text }) => `${model}: ${text.split(";")[0]}`).sort(), [
      "churn: dataChannels must not be empty",
      "churn: environment.A must have at most 512 characters, has 600",
      "churn: hyperparamters is not an input of a trained model",
      "churn: resourceConfig.volumeSizeInGB must be a number from 1 to 8192",
    ]);
  });
});

describe("the report of an update that does nothing", function () {
  this.timeout(120_000);
  let project: Project;
  before(async () => {
    project = await Project.create();
    project.program(`new ml.TrainedModel("churn", args);`);
    await project.up();
  });
  after(() => project.close());

  const transform = (type: string, inputs: string) => `
    pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
      type === "${type}" ? { props: { ...props, ${inputs} }, opts } : undefined);
    new ml.TrainedModel("churn", args);`;
  const warnings = async (body: string) => {
    project.program(body);
    const { code, stdout, output } = await project.pulumi("preview", "--json");
    assert.equal(code, 0, output);
    const { models, warnings: found } = reportOf(readPreview(stdout));
    return { models: models.map(({ kind }) => kind), warnings: found };
  };

  it("names its inputs once, and the type to match, which then does something", async () => {
    assert.deepEqual(await warnings(transform("cleanroomsml:index:TrainedModel", `description: "x", kmsKeyArn: "y"`)), {
      models: [],
      warnings: [
        {
          model: "churn",
          text: `a transform sets \`description\`, \`kmsKeyArn\` on the component, where only \`tags\` reach the training. Match the type \`${jobType}\` instead: its transform sees every input.`,
        },
      ],
    });
    assert.deepEqual(await warnings(transform(jobType, `description: "x"`)), { models: ["train-again"], warnings: [] });
  });

  it("names them too where the transform came behind the look of the constructor", async () => {
    const first = `pulumi.runtime.registerResourceTransform(() => undefined);
      const seen = new ml.TrainedModel("first", args);`;
    const late = transform("cleanroomsml:index:TrainedModel", `description: "x"`);
    const told = await warnings(`${first} module.exports = seen.urn.apply(async () => { await Promise.resolve(); ${late} });`);
    assert.deepEqual(told, {
      models: ["train"],
      warnings: [
        {
          model: "churn",
          text: `description is changed on the component alone, and this update does nothing; a transform has to match the type \`${jobType}\``,
        },
      ],
    });
  });

  it("says nothing of one that does something", async () => {
    assert.deepEqual(await warnings(`new ml.TrainedModel("churn", { ...args, tags: { a: "b" } });`), {
      models: ["update"],
      warnings: [],
    });
  });
});
