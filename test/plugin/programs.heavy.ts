/** `npm run test:languages`: programs in Python and Go with the real engine. They need Pulumi's language hosts, pip's packages and Go's modules. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Project } from "../engine/harness";
import { checkout } from "../folders";
import { kill } from "../reliability/killing";
import { edit, Installed, languages, missingFor } from "./language";

for (const language of languages) {
  const missing = missingFor(language);
  const title = `a program in ${language.name}, with the packed package`;
  (missing ? describe.skip : describe)(missing ? `${title}: not run, ${missing}` : title, function () {
    this.timeout(300_000);
    let installed: Installed;
    let project: Project;
    let program: string;

    before(() => {
      installed = new Installed(language);
    });
    after(() => installed?.close());
    beforeEach(async () => {
      project = await Project.create({ trainingSeconds: 1 });
      await project.take(installed.project);
      program = path.join(project.folder, language.program);
    });
    afterEach(() => project?.close());

    async function destroys(): Promise<void> {
      const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
      assert.equal(code, 0, output);
      for (const { status } of project.service.models()) assert.equal(status, "INACTIVE");
    }

    it("trains, then nothing, then again for a hyperparameter, and is destroyed", async () => {
      const first = await project.planned();
      assert.deepEqual([first["TrainingJob churn create"], first["TrainingWaiter churn create"]], [1, 1]);
      assert.match((await project.up("--expect-no-changes")).output, /status: "ACTIVE"/);
      edit(program, language.epochs(10), language.epochs(20));
      const { output } = await project.pulumi("preview", "--diff");
      assert.match(output, /trains again: hyperparameters\.epochs 10 → 20/);
      assert.equal((await project.planned())["TrainingJob churn replace"], 1);
      assert.equal(project.service.creates, 2);
      await destroys();
    });

    it("trains one model on top of another, with outputs that the other does not have, and then nothing", async () => {
      const ending = path.extname(language.program);
      copyFileSync(path.join(checkout, "scripts", "schema", "examples", `chain${ending}`), program);
      const [before, absent] = language.absent;
      edit(program, before, `${absent}${before}`);
      await project.planned();
      assert.equal(project.service.creates, 2);
      assert.deepEqual(await project.previewed(), {});
      assert.deepEqual(await project.planned(), {});
      await destroys();
    });

    it("is told what to set for keys of `aws:`, wherever they come from, before anything is asked", async () => {
      for (const config of [
        ["--config", "aws:region=eu-west-1"],
        ["--config", "aws:profile=prod"],
      ]) {
        const { code, output } = await project.pulumi("preview", ...config);
        assert.notEqual(code, 0, output);
        assert.match(output, /`pulumi config set cleanroomsml:(region eu-west-1|profile prod)`/);
      }
      assert.equal(project.service.requests.length, 0);
    });

    it("keeps a secret hyperparameter out of every file", async () => {
      edit(program, language.epochs(10), `${language.epochs(10)}\n${language.secret("hush-hush-4711")}`);
      const { output } = await project.up();
      assert.equal((await project.served())?.request.hyperparameters?.token, "hush-hush-4711");
      await project.pulumi("refresh", "--yes", "--skip-preview");
      assert.ok(!`${output}${project.writtenText()}`.includes("hush-hush-4711"));
      assert.deepEqual(await project.previewed(), {});
    });

    it("pays once when it is killed within a create", async () => {
      project.service.faults.add({ kind: "slow", operation: "CreateTrainedModel", delayMs: 5_000, when: "after" });
      const isPaid = async (isOver: () => boolean) => {
        while (project.service.creates === 0 && !isOver()) await delay(20);
      };
      const { isHit, output } = await kill(project, ["up", "--yes", "--skip-preview"], "SIGKILL of the CLI", isPaid);
      assert.ok(isHit, output());
      project.service.faults.clear();
      assert.equal((await project.pulumi("cancel", "--yes")).code, 0);
      await project.up();
      await project.up("--expect-no-changes");
      assert.equal(project.service.creates, 1);
      assert.equal((await project.served())?.status, "ACTIVE");
    });

    it("ends at the first Ctrl-C within a wait, and the next run waits on", async () => {
      project.service.faults.add({ kind: "training-time", seconds: 20 });
      const { child, finished } = project.start("up", "--yes", "--skip-preview");
      let shown = "";
      while (!/TrainingWaiter churn creating[^\n]* CREATE_\w+ for /.test(shown)) {
        const [chunk] = await once(child.stdout ?? assert.fail(), "data");
        shown += chunk;
      }
      const interrupted = performance.now();
      child.kill("SIGINT");
      const { output } = await finished;
      const seconds = (performance.now() - interrupted) / 1_000;
      console.log(`      ended ${seconds.toFixed(2)} s after the signal`);
      assert.ok(seconds < 2, output);
      assert.doesNotMatch(output, /grpc/i);
      assert.equal(await project.hasPendingOperations(), false);
      project.clock.skip(60);
      await project.up();
      assert.equal(project.service.creates, 1);
      await destroys();
    });

    it("says why a training failed, and nothing of connections", async () => {
      project.service.faults.add({ kind: "fail-training", times: 1, statusCode: "AlgorithmError", message: "loss is NaN" });
      const { output } = await project.upFails();
      assert.match(output, /AlgorithmError: loss is NaN/);
      assert.doesNotMatch(output, /grpc/i);
    });
  });
}
