/**
 * States as released versions wrote them. A release adds its own before it is published; it is recorded, never edited:
 *
 *     CLEANROOMSML_RECORD_STATE=1 npm test -- test/reliability/past-states.test.ts
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { Project } from "../engine/harness";
import { pastStateFiles, pastStates, recordedTexts } from "./recorded-texts";

/** What every released version understands: two models, one on top of the other, a secret, tags. */
const program = (epochs: number) => `
const base = new ml.TrainedModel("base", {
  ...args, hyperparameters: { epochs: ${epochs} }, environment: { TOKEN: pulumi.secret("planted-token") }, tags: { team: "ml" },
});
const next = new ml.TrainedModel("next", {
  ...args, tags: { team: "ml" }, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }],
});
exports.arn = next.trainedModelArn; exports.version = next.versionIdentifier;`;

describe("a state that an earlier version wrote", function () {
  this.timeout(60_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create({ trainingSeconds: 0.1 });
    project.program(program(10));
  });
  afterEach(() => project.close());

  if (process.env.CLEANROOMSML_RECORD_STATE !== undefined) {
    it(`is recorded for ${version}`, async () => {
      await project.up();
      const file = path.join(pastStates, `${version}.json`);
      const { code, output } = await project.pulumi("stack", "export", "--file", file);
      assert.equal(code, 0, output);
      const text = readFileSync(file, "utf8");
      assert.doesNotMatch(text, /planted/);
      const isNoise = (key: string) => key === "stackTrace" || key === "sourcePosition";
      const kept = JSON.parse(text, (key, value) => (isNoise(key) ? undefined : value));
      writeFileSync(file, `${JSON.stringify(kept, undefined, 1)}\n`);
    });
    return;
  }

  for (const [from, texts] of Object.entries(recordedTexts())) {
    it(`is unchanged, refreshed, updated and destroyed with its own line of code: ${from}`, async () => {
      await project.up();
      const file = path.join(project.folder, "past.json");
      assert.equal((await project.pulumi("stack", "export", "--file", file)).code, 0);
      const state = JSON.parse(readFileSync(file, "utf8"));
      for (const { type, inputs, outputs } of state.deployment.resources) {
        const text = type.endsWith(":TrainingJob") ? texts.job : texts.waiter;
        for (const bag of [inputs, outputs]) if (bag?.__provider !== undefined) bag.__provider = text;
      }
      writeFileSync(file, JSON.stringify(state));
      assert.equal((await project.pulumi("stack", "import", "--file", file)).code, 0);
      assert.deepEqual(await project.previewed("--expect-no-changes"), {});
      const refreshed = await project.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      assert.equal(refreshed.code, 0, refreshed.output);
      project.program(program(10).replaceAll('team: "ml"', 'team: "data"'));
      assert.deepEqual(await project.planned(), { "TrainingJob base update": 1, "TrainingJob next update": 1 });
      assert.equal((await project.served("base"))?.tags.team, "data");
      const destroyed = await project.pulumi("destroy", "--yes", "--skip-preview");
      assert.equal(destroyed.code, 0, destroyed.output);
      assert.deepEqual(
        project.service.models().map(({ status }) => status),
        ["INACTIVE", "INACTIVE"],
      );
    });
  }

  it(`is there for ${version}`, () => assert.ok(existsSync(path.join(pastStates, `${version}.json`))));

  for (const file of pastStateFiles) {
    it(`previews without changes and without a request: ${file}`, async () => {
      const { code, output } = await project.pulumi("stack", "import", "--file", path.join(pastStates, file));
      assert.equal(code, 0, output);
      assert.equal((await project.state()).filter(({ type }) => type.endsWith(":TrainingJob")).length, 2);
      assert.deepEqual(await project.previewed("--expect-no-changes"), {});
      project.program(program(20));
      assert.deepEqual(
        Object.keys(await project.previewed())
          .filter((step) => / replace$/.test(step))
          .sort(),
        ["TrainingJob base replace", "TrainingJob next replace", "TrainingWaiter base replace", "TrainingWaiter next replace"],
      );
      assert.equal(project.service.requests.length, 0);
    });
  }
});
