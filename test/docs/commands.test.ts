import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { membership, membershipIdentifier, Project } from "../engine/harness";
import { blocks, pages, prose, texts } from "./blocks";
import { block, EXCLUDED, INLINE, inlineCommands, SH, workflowSteps } from "./commands";
import { flagsOf, Shell } from "./shell";

describe("the commands of README.md and docs/, as they stand", function () {
  this.timeout(120_000);
  let project: Project;
  let shell: Shell;

  beforeEach(async () => {
    project = await Project.create();
    project.program(`new ml.TrainedModel("churn", args); exports.done = true;`);
    shell = new Shell(project);
  });
  afterEach(() => project.close());

  it("are all run here, or left out for a reason", () => {
    const run = SH.map(block);
    const known = (text: string) => run.includes(text) || text.trimEnd() in EXCLUDED;
    assert.deepEqual(
      blocks("sh").filter(({ text }) => !known(text)),
      [],
    );
    const inline = inlineCommands();
    assert.deepEqual([...inline.filter((text) => !(text in EXCLUDED))].sort(), [...INLINE].sort());
    const all = [...texts("sh").map((text) => text.trimEnd()), ...inline];
    assert.deepEqual(
      Object.keys(EXCLUDED).filter((text) => !all.includes(text)),
      [],
    );
    assert.deepEqual([texts("yaml").length, blocks("bash").length, blocks("console").length], [2, 0, 0]);
    const checked = ["sh", "yaml", "typescript", "json", "text"];
    const fences = [...pages.values()].flatMap((content) =>
      [...content.matchAll(/^```(\w*)\n.*?^```$/gms)].map(([, name]) => name),
    );
    assert.deepEqual([...new Set(fences)].sort(), checked.sort());
  });

  it("prepare a membership", async () => {
    await shell.succeed(block(SH[0]));
    const [channel, ...more] = shell.calls("aws").map(({ args }) => ({ args, flags: flagsOf(args) }));
    assert.equal(more.length, 0);
    assert.deepEqual(channel?.args.slice(0, 2), ["cleanroomsml", "create-ml-input-channel"]);
    const { "input-channel": source, ...flags } = channel?.flags ?? {};
    assert.deepEqual(flags, {
      "membership-identifier": membershipIdentifier,
      name: "training",
      "configured-model-algorithm-associations": `${membership}/configured-model-algorithm-association/propensity`,
      "retention-in-days": "30",
    });
    const { dataSource, roleArn } = JSON.parse(String(source));
    assert.deepEqual(Object.keys(dataSource), ["protectedQueryInputParameters"]);
    assert.deepEqual(Object.keys(dataSource.protectedQueryInputParameters), ["sqlParameters", "resultFormat"]);
    assert.match(roleArn, /^arn:aws:iam::\d{12}:role\//);
  });

  it("go to an account by a profile of the stack", async () => {
    const file = path.join(project.folder, "credentials");
    writeFileSync(file, "[my-profile]\naws_access_key_id = test\naws_secret_access_key = test\n");
    const isSet = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|REGION)$/;
    const blank = Object.fromEntries(
      Object.keys(project.env)
        .filter((name) => isSet.test(name))
        .map((name) => [name, undefined]),
    );
    assert.equal(Object.keys(blank).length, 3);
    await shell.succeed(block(SH[1]), { ...blank, AWS_SHARED_CREDENTIALS_FILE: file });
    assert.equal(project.service.creates, 1);
    assert.deepEqual(await shell.run("pulumi config get aws:profile"), { code: 0, output: "my-profile\n" });
  });

  it("set roles that the provider reads", async () => {
    await shell.succeed(block(SH[2]));
    assert.deepEqual(JSON.parse(await shell.succeed("pulumi config get cleanroomsml:assumeRoles")), [
      { externalId: 1234, roleArn: "arn:aws:iam::123456789012:role/training" },
    ]);
    await shell.succeed("pulumi preview");
  });

  it("set a limit of one training", async () => {
    await shell.succeed(block(SH[3]));
    await shell.succeed("pulumi preview");
    project.program(`new ml.TrainedModel("churn", { ...args, stoppingCondition: { maxRuntimeInSeconds: 24 * 3600 + 1 } });`);
    const { code, output } = await shell.run("pulumi preview");
    assert.notEqual(code, 0);
    assert.match(output, /limit of the stack: 24 \(cleanroomsml:maxInstanceHours\)/);
  });

  it("set a limit of trainings at a time", async () => {
    await shell.succeed(block(SH[7]));
    assert.equal(await shell.succeed("pulumi config get cleanroomsml:maxConcurrentTrainings"), "4\n");
    await shell.succeed("pulumi preview");
  });

  it("report a preview over a pipe, whoever is slower", async () => {
    await shell.succeed(block(SH[4]));
    const report = shell.read("report.md");
    assert.match(report, /^### Trained models of `dev`: \*\*1 training\*\*, at most 1 instance-hour\n/);
    // The same pipe, whose writer says nothing for a while after it has begun.
    await shell.succeed("pulumi preview --json --show-sames > saved.json");
    await shell.succeed(
      block(SH[4]).replace(/^pulumi preview --json --show-sames/, "(head -c 100 saved.json; sleep 1; tail -c +101 saved.json)"),
    );
    assert.equal(shell.read("report.md"), report);
  });

  it("report what every option of the table says", async () => {
    const table = /^\| option \| what it does \|\n(?:\|.*\|\n)+/m.exec(prose())?.[0] ?? "";
    const options = table
      .split("\n")
      .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, text]) => text));
    const codes: Record<string, number> = {
      "--max-instance-hours N": 2,
      "--fail-on train": 2,
      "--fail-on delete": 2,
      "--for-members": 0,
      "--json": 0,
    };
    assert.deepEqual(options, Object.keys(codes));
    await shell.succeed("pulumi up");
    project.program(`new ml.TrainedModel("churn", { ...args, hyperparameters: { epochs: 20 } });`);
    await shell.succeed("pulumi preview --json > preview.json");
    const outputs = await Promise.all(
      Object.entries(codes).map(async ([option, code]) => {
        const result = await shell.run(`npx cleanroomsml report preview.json ${option.replace(/N$/, "0.5")}`);
        assert.equal(result.code, code, `${option}\n${result.output}`);
        return result.output;
      }),
    );
    assert.match(outputs[0] ?? "", /Not let through.*up to 1 instance-hour, and at most 0.5/);
    assert.match(outputs[2] ?? "", /deletes the output of churn/);
    assert.match(outputs[3] ?? "", /`hyperparameters` \(not shown\)/);
    assert.equal(JSON.parse(outputs[4] ?? "").models[0].use.instanceHours, 1);
  });

  /** As GitHub does: each step in a shell of its own; after one that failed, those alone that always run. */
  async function runWorkflow(): Promise<(number | null | "skipped")[]> {
    const values: Record<string, string> = { "github.event.number": "7", "github.token": "secret-token" };
    const filled = (text: string) =>
      text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? assert.fail(name));
    const codes: (number | null | "skipped")[] = [];
    for (const { run, isAlways, env } of workflowSteps()) {
      const isSkipped = !isAlways && codes.some((code) => code !== 0);
      const [, name, value] = /^(\w+): "(.*)"$/.exec(env ?? "") ?? [];
      const more = name === undefined ? {} : { [name]: filled(value ?? "") };
      codes.push(isSkipped ? "skipped" : (await shell.run(filled(run), more)).code);
    }
    return codes;
  }

  it("comment on a pull request in GitHub Actions, whether the gate lets it through or not", async () => {
    assert.deepEqual(await runWorkflow(), [0, 0, 0]);
    assert.match(shell.read("report.md"), /^### Trained models of `dev`: \*\*1 training\*\*/);
    project.program(`new ml.TrainedModel("churn", { ...args, stoppingCondition: undefined });`);
    assert.deepEqual(await runWorkflow(), [0, 2, 0]);
    assert.match(shell.read("report.md"), /\*\*Not let through\*\*: `up to 672 instance-hours/);
    project.program(`new ml.TrainedModel("churn", { ...args, dataChannels: [] });`);
    assert.deepEqual(await runWorkflow(), [0, 2, 0]);
    assert.match(shell.read("report.md"), /^### Trained models of `dev`: the preview failed\n/);
    const call = {
      args: ["pr", "comment", "7", "--body-file", "report.md", "--edit-last", "--create-if-none"],
      env: { GH_TOKEN: "secret-token" },
    };
    assert.deepEqual(shell.calls("gh"), [call, call, call]);
  });

  it("go on after a kill, and train nothing twice", async () => {
    project.service.faults.add({ kind: "training-time", seconds: 6 });
    const { child, ended } = shell.start("exec pulumi up --skip-preview");
    while (project.service.creates === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    process.kill(-(child.pid ?? assert.fail()), "SIGKILL");
    await ended;
    await shell.succeed(block(SH[5]));
    assert.equal(project.service.creates, 1);
    await shell.succeed("pulumi preview --expect-no-changes");
    assert.equal(await project.hasPendingOperations(), false);
  });

  it("look for trainings that no state records", async () => {
    assert.match(await shell.succeed(block(SH[6])), /^every training of 0a1b2c3d-[\w-]+ is recorded$/m);
    assert.equal((await shell.run(INLINE[4])).code, 64);
    assert.match(await shell.succeed(INLINE[5].replace("MEMBERSHIP", membershipIdentifier)), /is recorded/);
  });

  it("run the service by hand, in one terminal and another", async () => {
    // The port and the file are this machine's, which others share: a free port, and a file of this test's own.
    const [first = "", second = "", ...more] = block(SH[8]).trimEnd().split("\n");
    assert.equal(more.length, 0);
    const own = first.replace("--port 4567", "--port 0").replace("/tmp/service.json", path.join(project.folder, "service.json"));
    assert.notEqual(own, first);
    const { child, ended } = shell.start(own);
    const address = await new Promise<string>((resolve) => {
      let said = "";
      child.stdout?.on("data", (chunk) => {
        said += chunk;
        const found = /^listening on (http:\S+)\n/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const line = second.replace("http://127.0.0.1:4567", address);
    assert.notEqual(line, second);
    const blank = Object.fromEntries(
      Object.keys(project.env)
        .filter((name) => name.startsWith("AWS_"))
        .map((name) => [name, undefined]),
    );
    await shell.succeed(line, blank);
    process.kill(-(child.pid ?? assert.fail()), "SIGINT");
    await ended;
    assert.equal(JSON.parse(shell.read("service.json")).creates, 1);
    assert.equal(project.service.creates, 0);
  });

  it("ask for a training, and only those do", async () => {
    await shell.succeed("pulumi up");
    const { urn } = await project.resource("TrainingJob");
    await shell.succeed(INLINE[0]);
    await shell.succeed("pulumi up");
    assert.equal(project.service.creates, 1);
    await shell.succeed(INLINE[1].replace("URN", `'${urn}'`));
    assert.equal(project.service.creates, 2);
    await shell.succeed(INLINE[2].replace("URN", `'${urn}'`));
    await shell.succeed("pulumi up");
    assert.equal(project.service.creates, 3);
  });

  it("name the client that is used", async () => {
    assert.match(await shell.succeed(INLINE[6]), /Clean Rooms ML is called over (the built-in|AWS's) client/);
  });

  it("list the readings of the service", async () => {
    assert.match(await shell.succeed(INLINE[3]), /^Readings, with the default first:$/m);
  });
});
