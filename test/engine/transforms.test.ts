import assert from "node:assert/strict";
import { Project } from "./harness";

/** What README shows: how a team tags all that it has. */
const TAG_ALL = `
  const tagAll = ({ type, props, opts }) =>
    type.endsWith("cleanroomsml:TrainingJob") ? { props: { ...props, tags: { ...props.tags, team: "ml" } }, opts } : undefined;`;

const ways = {
  "a transform of the stack": ["", "pulumi.runtime.registerResourceTransform(tagAll);"],
  "a transform of the resource": [", { transforms: [tagAll] }", ""],
  "a transformation of the resource": [", { transformations: [tagAll] }", ""],
} as const;

describe("a transform that tags every model", function () {
  this.timeout(120_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create();
  });
  afterEach(() => project.close());

  const tags = async () => {
    const { "cleanroomsml:owner": _, ...others } = (await project.served())?.tags ?? {};
    return others;
  };

  for (const [way, [option, call]] of Object.entries(ways)) {
    it(`reaches the model by the type of its job, and settles (${way})`, async () => {
      project.program(`${TAG_ALL} ${call} new ml.TrainedModel("churn", { ...args, tags: { stage: "prod" } }${option});`);
      await project.planned();
      assert.deepEqual(await tags(), { stage: "prod", team: "ml" });
      assert.deepEqual(await project.planned("--expect-no-changes"), {});
    });
  }

  it("tags a model that is there in place, and takes the tag off again", async () => {
    const model = `new ml.TrainedModel("churn", { ...args, tags: { stage: "prod" } });`;
    project.program(model);
    await project.up();
    project.program(`${TAG_ALL} pulumi.runtime.registerResourceTransform(tagAll); ${model}`);
    assert.deepEqual(await project.planned(), { "TrainingJob churn update": 1 });
    assert.deepEqual(await tags(), { stage: "prod", team: "ml" });
    project.program(model);
    await project.planned();
    assert.deepEqual(await tags(), { stage: "prod" });
    assert.equal(project.service.creates, 1);
  });
});
