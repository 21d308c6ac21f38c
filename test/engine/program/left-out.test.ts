import assert from "node:assert/strict";
import { type Finished, Project } from "../harness";
import { byHost } from "../host";

/** The component's row at the end of a run. */
const rowOf = ({ output }: Finished) =>
  /^ {2}cleanroomsml:index:TrainedModel \(churn\):\n((?: {4}.*\n)*)/m
    .exec(output)?.[1]
    ?.trim()
    .split("\n")
    .map((line) => line.trim().replace(/; (a key of|at most).*/, ""))
    .sort() ?? [];
const leftOut = (path: string, what = "undefined") => `warning: ${path} is ${what} and is left out`;
const trains = "trains: at most 1 instance-hour (1 × ml.m5.2xlarge × 1 h), paid by the collaboration's default payer";

describe("an entry that is undefined", function () {
  this.timeout(240_000);
  let project: Project;

  const program = (args: string, more = "") =>
    project.program(`const config = new pulumi.Config(); ${more}
      new ml.TrainedModel("churn", { ...args, ${args} });`);
  const preview = (args: string, ...flags: string[]) => {
    program(args);
    return project.pulumi("preview", ...flags);
  };
  const MISSING = `hyperparameters: { epochs: config.get("epochs"), fine: "1" }`;

  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  it("is named in the preview of a new model, however it came to be so", async () => {
    const result = await preview(`description: undefined, stoppingCondition: { maxRuntimeInSeconds: 3600 }, kmsKeyArn: undefined,
      hyperparameters: { epochs: config.get("epochs"), "learning-rate": pulumi.output(undefined), nothing: null, fine: 0, off: false },
      environment: pulumi.output({ HOST: config.getSecret("host"), FINE: "1" }), tags: Promise.resolve({ team: undefined }),
      dataChannels: [{ ...args.dataChannels[0], s3DataDistributionType: undefined }]`);
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(
      rowOf(result),
      [
        trains.replace(/; .*/, ""),
        leftOut("environment.HOST"),
        leftOut('hyperparameters["learning-rate"]'),
        leftOut("hyperparameters.epochs"),
        leftOut("hyperparameters.nothing", "null"),
        leftOut("tags.team"),
      ].sort(),
    );
  });

  it("is not one where the stack's tags, or ignoreChanges, give the value", async () => {
    const tags = { team: "ml" };
    const [key, value] = byHost({ dynamic: ["aws:defaultTags", { tags }], plugin: ["cleanroomsml:defaultTags", tags] });
    await project.pulumi("config", "set", key, JSON.stringify(value));
    const result = await preview("tags: { team: undefined, stage: undefined }");
    await project.pulumi("config", "rm", key);
    assert.deepEqual(rowOf(result), [trains, leftOut("tags.stage")]);
  });

  it("is told beside the training that it is the reason of, and by `up --strict` too", async () => {
    await project.pulumi("config", "set", "epochs", "10");
    program(MISSING);
    assert.doesNotMatch((await project.pulumi("up", "--yes")).output, /left out/);
    await project.pulumi("config", "rm", "epochs");
    const again = await project.pulumi("preview");
    assert.deepEqual(rowOf(again), ["trains again: hyperparameters.epochs 10 → [not set]", leftOut("hyperparameters.epochs")]);
    assert.equal((await project.planned())["TrainingJob churn replace"], 1);
  });

  it("is not named again as long as nothing changes, nor recorded", async () => {
    const result = await preview(MISSING, "--diff");
    assert.equal(result.code, 0, result.output);
    assert.doesNotMatch(result.output, /left out|leftOut/);
    assert.doesNotMatch(JSON.stringify(await project.recorded()), /leftOut/);
    assert.deepEqual(await project.planned(), {});
  });

  it("is told of a tag that an update takes away", async () => {
    program(`${MISSING}, tags: { team: "ml" }`);
    await project.up();
    assert.deepEqual(rowOf(await preview(`${MISSING}, tags: { team: config.get("team") }`)), [leftOut("tags.team")]);
  });

  it("tells the path of a secret and nothing else", async () => {
    const result = await preview(`description: "other", hyperparameters: pulumi.secret({ epochs: undefined, token: "hunter22" }),
      environment: { HOST: pulumi.secret(undefined), TOKEN: pulumi.secret("hunter23") }`);
    assert.equal(result.code, 0, result.output);
    assert.ok(rowOf(result).includes(leftOut("hyperparameters.epochs")), result.output);
    assert.ok(rowOf(result).includes(leftOut("environment.HOST")), result.output);
    assert.doesNotMatch(result.output, /hunter2/);
  });

  it("is told by `up` alone where only `up` can know", async () => {
    const more = `const base = new ml.TrainedModel("base", args);`;
    program("environment: { VERSION: base.versionIdentifier, FINE: base.name }", more);
    const { code, output } = await project.pulumi("up", "--yes", "--strict");
    assert.equal(code, 0, output);
    const [previewed = "", updated = ""] = output.split("Updating (dev)");
    assert.doesNotMatch(previewed, /left out/);
    assert.match(updated, /environment\.VERSION is undefined and is left out/);
  });
});
