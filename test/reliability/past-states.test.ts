/**
 * States as released versions wrote them. A release adds its own before it is published; it is recorded, never edited:
 *
 *     CLEANROOMSML_RECORD_STATE=1 npm test -- test/reliability/past-states.test.ts
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { Project } from "../engine/harness";
import { fixtures } from "../folders";

const folder = path.join(fixtures, "states");
const files = readdirSync(folder).filter((file) => /^\d+\.\d+\.\d+.*\.json$/.test(file));

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
      const file = path.join(folder, `${version}.json`);
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

  it(`is there for ${version}`, () => assert.ok(existsSync(path.join(folder, `${version}.json`))));

  for (const file of files) {
    it(`previews without changes and without a request: ${file}`, async () => {
      const { code, output } = await project.pulumi("stack", "import", "--file", path.join(folder, file));
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
