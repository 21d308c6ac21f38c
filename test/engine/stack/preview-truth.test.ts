import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Finished, Project } from "../harness";
import { byHost } from "../host";

const BIG = `{ instanceType: "ml.g5.12xlarge", instanceCount: 2, volumeSizeInGB: 30 }`;

describe("what a preview says", function () {
  this.timeout(300_000);
  let project: Project;

  const preview = (args: string, ...flags: string[]) => {
    project.program(`new ml.TrainedModel("churn", { ...args, ...${args} });`);
    return project.pulumi("preview", ...flags);
  };
  const count = ({ output }: Finished, text: string) => diagnosticsOf(output).split(text).length - 1;

  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  it("names everything that is wrong at once, each at its path", async () => {
    const { code, output } = await preview(`{ hyperparamters: {}, membershipIdentifier: "x", maxInstanceHours: 0,
      resourceConfig: { instanceType: "ml.g5.2xlrge", volumeSizeInGB: 8193 },
      dataChannels: [args.dataChannels[0], args.dataChannels[0]] }`);
    assert.notEqual(code, 0);
    for (const place of [
      /property hyperparamters .*did you mean `hyperparameters`/,
      /property membershipIdentifier /,
      /property maxInstanceHours /,
      /'churn' has a problem: resourceConfig\.volumeSizeInGB must be a number from 1 to 8192/,
      /'churn' has a problem: dataChannels\[1\]\.channelName .*is the same as dataChannels\[0\]\.channelName/,
      /TrainedModel churn [^\n]*warning: resourceConfig\.instanceType .*did you mean `ml\.g5\.2xlarge`/,
    ]) {
      assert.match(output, place);
    }
  });

  it("opens no socket but the engine's, without credentials or home", async () => {
    const log = path.join(project.folder, "sockets");
    const hook = path.join(project.folder, "hook.cjs");
    const home = path.join(project.folder, "empty");
    mkdirSync(home);
    writeFileSync(hook, HOOK);
    const kept = { ...project.env };
    for (const name of Object.keys(project.env)) if (/^AWS_(?!REGION$)/.test(name)) delete project.env[name];
    project.program(`new ml.TrainedModel("churn", args);`);
    Object.assign(project.env, { HOME: home, NODE_OPTIONS: `--require=${hook}`, SOCKET_LOG: log });
    const { code, output } = await project.start("preview").finished;
    for (const name of ["NODE_OPTIONS", "SOCKET_LOG"]) delete project.env[name];
    Object.assign(project.env, kept);
    assert.equal(code, 0, output);
    assert.ok(existsSync(log), "the hook saw nothing");
    const places = new Set(readFileSync(log, "utf8").trim().split("\n"));
    const service = new URL(project.service.endpoint).port;
    for (const place of places) assert.ok(/^(127\.0\.0\.1|localhost):\d+$/.test(place) && !place.endsWith(`:${service}`), place);
    assert.equal(project.service.requests.length, 0);
  });

  it("says once what a new model uses, and nothing of one that is there", async () => {
    assert.equal(count(await preview("{}"), "trains: at most 1 instance-hour (1 × ml.m5.2xlarge × 1 h), paid by"), 1);
    await project.up();
    assert.doesNotMatch((await preview("{}")).output, /trains/);
    assert.doesNotMatch((await preview(`{ tags: { a: "b" } }`)).output, /trains/);
  });

  it("says why it trains again, what it uses at most, who pays, and what is lost", async () => {
    const result = await preview(`{ hyperparameters: { epochs: 20 }, resourceConfig: ${BIG},
      stoppingCondition: { maxRuntimeInSeconds: 14400 }, mlModelTrainingPayerAccountId: "123456789012" }`);
    const line = "trains again: hyperparameters.epochs 10 → 20; ";
    assert.equal(count(result, line), 1, result.output);
    const use =
      "; at most 8 instance-hours (2 × ml.g5.12xlarge × 4 h), paid by 123456789012; deletes the output of the old model";
    assert.equal(count(result, use), 1, result.output);
    assert.match(result.output, /cleanroomsml:index:TrainedModel \(churn\):\n/);
  });

  it("shows no secret", async () => {
    const { output } = await preview(
      `{ hyperparameters: { epochs: pulumi.secret("hunter22") }, environment: { A: pulumi.secret("hunter23") } }`,
    );
    assert.match(output, /hyperparameters\.epochs \[secret\] → \[secret\]/);
    assert.match(output, /environment\.A is a secret here/);
    assert.doesNotMatch(output, /hunter2/);
  });

  it("says so when nothing bounds it", async () => {
    assert.match((await preview("{ stoppingCondition: undefined }")).output, /no bound set: up to 28 days/);
  });

  it("refuses what is above the stack's limit, new, replaced or tainted, and lets what is there be", async () => {
    const config = await project.pulumi("config", "set", "cleanroomsml:maxInstanceHours", "0.5");
    assert.equal(config.code, 0, config.output);
    const refusal = / has a problem: stoppingCondition\.maxRuntimeInSeconds .*limit of the stack: 0\.5/;
    assert.equal((await preview("{}")).code, 0);
    assert.match((await preview(`{ description: "x" }`)).output, refusal);
    const tooMuch = await preview(`{ description: "x", maxInstanceHours: 2 }`);
    assert.equal(tooMuch.code, 0, tooMuch.output);
    assert.match(tooMuch.output, /limit set here: 2 instead of the stack's 0\.5/);
    assert.match((await preview("{}", "--replace", (await project.resource("TrainingJob")).urn)).output, refusal);
    project.program(
      `new ml.TrainedModel("churn", args); new ml.TrainedModel("second", args, { provider: new ml.Provider("own", { region: "eu-west-1" }) });`,
    );
    assert.match((await project.pulumi("preview")).output, refusal);
    await project.pulumi("config", "rm", "cleanroomsml:maxInstanceHours");
  });

  it("reads well with --diff: no hidden key, no hash, and nothing that the program does not say as a difference", async () => {
    const { output } = await preview(`{ hyperparameters: { epochs: 20 } }`, "--diff");
    assert.doesNotMatch(output, /__|sha256|churn-[0-9a-f]{8}/);
    const differences = output.split("\n").filter((line) => /^ +[-+~] \S+ *:/.test(line));
    assert.deepEqual(
      differences.map((line) => line.trim().replace(/\s+/g, " ").slice(0, 24)),
      [
        byHost({ dynamic: "~ hyperparameters : {", plugin: "~ hyperparameters: {" }),
        '~ epochs: "10" => "20"',
        '~ jobId: "arn:aws:cleanr',
      ],
    );
  });
});

/** Writes down whereto every socket of every process goes. */
const HOOK = `
const { Socket } = require("node:net");
const { appendFileSync } = require("node:fs");
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const { host = "localhost", port, path } = typeof options === "object" ? options : { port: options };
  if (path === undefined) appendFileSync(process.env.SOCKET_LOG, host + ":" + port + "\\n");
  return connect.apply(this, args);
};
`;

/** The part that a person reads at the end: each line stands there once. */
function diagnosticsOf(output: string): string {
  return output.slice(output.indexOf("Diagnostics:"));
}
