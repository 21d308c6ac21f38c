import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { on } from "node:events";
import { Project } from "../harness";

const program = `exports.arn = new ml.TrainedModel("churn", args).trainedModelArn;`;

describe("the wait under the engine", function () {
  this.timeout(120_000);
  let project: Project;
  afterEach(() => project.close());

  it("shows the service's status on the waiter's row", async () => {
    project = await Project.create({ trainingSeconds: 2 });
    project.program(program);
    const { output } = await project.up();
    assert.match(output, /TrainingWaiter churn creating[^\n]* CREATE_(PENDING|IN_PROGRESS) for \d+ s of at most 1 h/);
  });

  it("ends within 2 s of the first Ctrl-C, without a pending operation, and resumes with the next up", async () => {
    project = await Project.create({ trainingSeconds: 20 });
    project.program(program);
    const { child, finished } = project.start("up", "--yes", "--skip-preview");
    await shown(child, /TrainingWaiter churn creating[^\n]* CREATE_\w+ for /);
    const interrupted = performance.now();
    child.kill("SIGINT");
    const { code, output } = await finished;
    const seconds = (performance.now() - interrupted) / 1_000;
    assert.ok(seconds < 2, `${seconds} s\n${output}`);
    assert.notEqual(code, 0);
    assert.match(output, /the training goes on/);
    assert.equal(await project.hasPendingOperations(), false);
    const waiter = await project.resource("TrainingWaiter");
    assert.match(String(waiter.outputs.status), /^CREATE_/);
    project.clock.skip(60);
    await project.up();
    assert.equal(project.service.creates, 1);
    assert.equal((await project.resource("TrainingWaiter")).outputs.status, "ACTIVE");
  });

  it("ends a failed training with the card, whose last line is the command that trains again", async () => {
    project = await Project.create();
    project.service.faults.add({ kind: "fail-training", times: 1, statusCode: "AlgorithmError", message: "loss is NaN" });
    project.program(program);
    for (const run of [["up"], ["refresh", "up"], ["up --refresh"], ["up"]]) {
      for (const command of run) {
        const [name = "", ...flags] = command.split(" ");
        const { code, output } = await project.pulumi(name, "--yes", "--skip-preview", ...flags);
        if (name === "refresh") continue;
        assert.notEqual(code, 0, output);
        assert.match(output, /AlgorithmError: loss is NaN/);
        assert.match(output, /elapsed: /);
      }
    }
    assert.equal(project.service.creates, 1);
    const { output } = await project.upFails();
    const command = /^ *(pulumi state taint .*)$/m.exec(output)?.[1];
    assert.ok(command, output);
    const tainted = await project.shell(command);
    assert.equal(tainted.code, 0, tainted.output);
    await project.up();
    assert.equal(project.service.creates, 2);
  });
});

/** Returns when the command has written a row. */
async function shown({ stdout }: ChildProcess, row: RegExp): Promise<void> {
  assert.ok(stdout);
  let written = "";
  for await (const [chunk] of on(stdout, "data", { close: ["end"] })) {
    written += chunk;
    if (row.test(written)) return;
  }
  assert.fail(`no row ${row}: ${written}`);
}
