import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Finished, Project } from "../engine/harness";
import { kill } from "../reliability/killing";
import { hostsAmong, processes } from "../reliability/processes";
import { eachInYaml, onTopOf, yamlModel } from "./yaml-models";

/** What ends a run of a program in YAML early, and what the next run makes of it. */
describe("a run of a program in YAML", function () {
  this.timeout(120_000);
  let project: Project;

  eachInYaml((made) => {
    project = made;
  });

  /** An `up` in which the waiter waits, and its end. */
  async function waiting(): Promise<ReturnType<Project["start"]>> {
    const run = project.start("up", "--yes", "--skip-preview");
    let shown = "";
    while (!/TrainingWaiter \S+ creating[^\n]* CREATE_\w+ for /.test(shown)) {
      const [chunk] = await once(run.child.stdout ?? assert.fail(), "data");
      shown += chunk;
    }
    return run;
  }

  async function interrupted(): Promise<Finished & { after: number }> {
    const { child, finished } = await waiting();
    const started = performance.now();
    child.kill("SIGINT");
    return { ...(await finished), after: (performance.now() - started) / 1_000 };
  }

  it("ends at the first Ctrl-C within a wait, without a word of connections, and the next waits on", async () => {
    project.service.faults.add({ kind: "training-time", seconds: 20 });
    project.yaml({ churn: yamlModel(), refined: yamlModel(onTopOf("churn")) });
    const { code, output, after } = await interrupted();
    assert.notEqual(code, 0);
    assert.ok(after < 1, `${after} s\n${output}`);
    assert.doesNotMatch(output, /grpc/i);
    assert.match(output, /the training goes on/);
    assert.equal(await project.hasPendingOperations(), false);
    project.service.faults.clear();
    project.clock.skip(60);
    await project.up();
    await project.up("--expect-no-changes");
    assert.equal(project.service.creates, 2);
  });

  it("pays once when it is killed within a create", async () => {
    project.service.faults.add({ kind: "slow", operation: "CreateTrainedModel", delayMs: 5_000, when: "after" });
    project.yaml({ churn: yamlModel() });
    const { isHit, output } = await kill(project, ["up", "--yes", "--skip-preview"], "SIGKILL of both", async (isOver) => {
      while (project.service.creates === 0 && !isOver()) await delay(20);
    });
    assert.ok(isHit, output());
    project.service.faults.clear();
    assert.equal((await project.pulumi("cancel", "--yes")).code, 0);
    await project.up();
    assert.deepEqual(await project.planned(), {});
    assert.equal(project.service.creates, 1);
    assert.equal((await project.served())?.status, "ACTIVE");
  });

  it("says why a training failed, beside others that go on, and nothing of connections", async () => {
    project.service.faults.add({ kind: "fail-training", times: 1, statusCode: "AlgorithmError", message: "loss is NaN" });
    project.yaml({ churn: yamlModel(), refined: yamlModel(onTopOf("churn")), other: yamlModel() });
    const { output } = await project.upFails();
    assert.match(output, /AlgorithmError: loss is NaN/);
    assert.doesNotMatch(output, /grpc/i);
    const command = /^ *(pulumi state taint .*)$/m.exec(output)?.[1] ?? assert.fail(output);
    const creates = project.service.creates;
    assert.equal((await project.upFails()).output.includes("loss is NaN"), true);
    assert.ok(project.service.creates <= 3, "a failed model is not trained again by itself");
    assert.equal((await project.shell(command)).code, 0);
    await project.up();
    await project.up("--expect-no-changes");
    assert.ok(project.service.creates > creates);
    assert.equal((await project.served())?.status, "ACTIVE");
  });

  it("is served by one process for components, their parts and all others", async () => {
    project.service.faults.add({ kind: "training-time", seconds: 20 });
    const { stoppingCondition, ...job } = yamlModel().properties;
    project.yaml({
      churn: yamlModel(),
      other: yamlModel(),
      job: { type: "cleanroomsml:TrainingJob", properties: { ...job, stoppingCondition } },
    });
    const { child, finished } = await waiting();
    // The language host has one of its own, which it asks for the schema.
    const ofEngine = hostsAmong(processes()).filter(({ parent }) => parent === child.pid);
    assert.equal(ofEngine.length, 1);
    child.kill("SIGINT");
    await finished;
  });
});
