import assert from "node:assert/strict";
import type { Project } from "../engine/harness";
import { eachInYaml, onTopOf, reference, yamlModel } from "./yaml-models";

/** Programs in YAML over the provider plugin, with the real engine. */
describe("a program in YAML", function () {
  this.timeout(120_000);
  let project: Project;

  eachInYaml((made) => {
    project = made;
  });

  /** Each path that a preview names, with what becomes of it. */
  async function details(): Promise<Record<string, string>> {
    const { code, stdout, output } = await project.pulumi("preview", "--json");
    assert.equal(code, 0, output);
    const steps: { detailedDiff: Record<string, { kind: string }> | null }[] = JSON.parse(stdout).steps;
    const entries = steps.flatMap(({ detailedDiff }) => Object.entries(detailedDiff ?? {}));
    return Object.fromEntries(entries.map(([at, { kind }]) => [at, kind]));
  }

  it("does what its preview says: at first, for a tag, for a hyperparameter, and in the end", async () => {
    project.yaml({ churn: yamlModel() }, { outputs: { status: reference("churn.status") } });
    const first = await project.planned();
    assert.equal(first["TrainingJob churn create"], 1);
    assert.equal(first["TrainingWaiter churn create"], 1);
    assert.match((await project.up("--expect-no-changes")).output, /ACTIVE/);

    project.yaml({ churn: yamlModel({ tags: { team: "ml" } }) });
    assert.deepEqual(await details(), { "tags.team": "add" });
    assert.deepEqual(await project.planned(), { "TrainingJob churn update": 1 });
    assert.equal(project.service.creates, 1);

    project.yaml({ churn: yamlModel({ tags: { team: "ml" }, hyperparameters: { epochs: 20 } }) });
    assert.equal((await details())["hyperparameters.epochs"], "update-replace");
    const again = await project.planned();
    assert.equal(again["TrainingJob churn replace"], 1);
    assert.equal(project.service.creates, 2);

    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    assert.deepEqual(
      project.service.models().map(({ status }) => status),
      ["INACTIVE", "INACTIVE"],
    );
  });

  it("trains one model on top of another, whose version is absent, and then nothing", async () => {
    const chain = { base: yamlModel(), refined: yamlModel(onTopOf("base")) };
    project.yaml(chain);
    await project.planned();
    assert.equal(project.service.creates, 2);
    assert.deepEqual(await project.previewed(), {});
    assert.deepEqual(await project.planned(), {});
    const tagged = { ...chain, base: yamlModel({ tags: { team: "ml" } }) };
    project.yaml(tagged);
    assert.deepEqual(await project.planned(), { "TrainingJob base update": 1 });
    assert.equal(project.service.creates, 2);
  });

  it("keeps a secret hyperparameter out of every file", async () => {
    project.yaml({ churn: yamlModel({ hyperparameters: { epochs: 10, token: { "fn::secret": "hush-hush-4711" } } }) });
    await project.up();
    assert.equal((await project.served())?.request.hyperparameters?.token, "hush-hush-4711");
    await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.ok(!project.writtenText().includes("hush-hush-4711"));
    assert.deepEqual(await project.previewed(), {});
  });

  it("keeps a secret input out of the error that refuses it", async () => {
    project.yaml({
      churn: yamlModel({
        description: { "fn::secret": `hush-hush-4711${"!".repeat(300)}` },
        hyperparameters: { "fn::secret": { "": "hush-hush-4711" } },
        environment: { "bad name!": { "fn::secret": "hush-hush-4711" } },
      }),
    });
    for (const command of [["preview"], ["preview", "--diff"], ["up", "--yes", "--skip-preview"], ["preview", "--json"]]) {
      const { code, output } = await project.pulumi(...command);
      assert.notEqual(code, 0);
      for (const path of ["description", "hyperparameters", "environment"]) assert.ok(output.includes(path), output);
      assert.ok(!output.includes("hush-hush"), output);
    }
    assert.ok(!project.writtenText().includes("hush-hush"));
    assert.equal(project.service.requests.length, 0);
  });

  it("is updated by a plan that a preview saved", async () => {
    const chain = (tags: object) => ({ first: yamlModel({ tags }), second: yamlModel(onTopOf("first")) });
    for (const tags of [{}, { team: "ml" }]) {
      project.yaml(chain(tags));
      const saved = await project.pulumi("preview", "--save-plan", "plan.json");
      assert.equal(saved.code, 0, saved.output);
      await project.up("--plan", "plan.json");
    }
    assert.deepEqual(await project.previewed(), {});
    assert.equal(project.service.creates, 2);
  });

  it("is refreshed without a change", async () => {
    project.yaml({ churn: yamlModel() });
    await project.up();
    const { code, output } = await project.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(code, 0, output);
    assert.deepEqual(await project.previewed(), {});
    assert.equal(project.service.creates, 1);
  });

  it("is told each wrong input with its path, before anything is asked of the service", async () => {
    const { dataChannels } = yamlModel().properties;
    project.yaml({
      churn: yamlModel({
        resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 0 },
        dataChannels: [{ ...dataChannels[0], channelName: "bad name!" }],
      }),
    });
    const { code, output } = await project.pulumi("preview");
    assert.notEqual(code, 0);
    assert.match(output, /resourceConfig\.volumeSizeInGB/);
    assert.match(output, /dataChannels\[0\]\.channelName/);
    assert.ok(!output.includes("grpc"), output);
    assert.equal(project.service.creates, 0);
  });

  it("reads a model that exists by `get`, and trains nothing", async () => {
    project.yaml({ churn: yamlModel() });
    await project.up();
    const { id } = await project.resource("TrainingJob");
    const found = { type: "cleanroomsml:TrainingWaiter", get: { id } };
    project.yaml({ churn: yamlModel(), found }, { outputs: { found: reference("found.status") } });
    const { output } = await project.up();
    assert.ok(output.includes(`found: "ACTIVE"`), output);
    assert.equal(project.service.creates, 1);
  });
});
