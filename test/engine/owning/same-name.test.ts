import assert from "node:assert/strict";
import { Project } from "../harness";

const NAMED = `{ ...args, name: "churn" }`;
const model = (name: string, args = NAMED, opts = "{}") => `new ml.TrainedModel("${name}", ${args}, ${opts});`;
const told =
  /resource '(\w+)': property name value \{churn\} has a problem: is given to `(\w+)` too; give each model a name of its own/;

describe("one name on two models", function () {
  this.timeout(240_000);
  let project: Project;
  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  const conflict = async (program: string) => {
    project.program(program);
    const { output } = await project.pulumi("preview");
    return told.exec(output)?.slice(1).sort();
  };

  it("is refused in the preview, on the second", async () => {
    assert.deepEqual(await conflict(model("first") + model("second")), ["first", "second"]);
  });

  it("is none in another membership or region, with adopt, or not known yet", async () => {
    const other = [
      model("second", `{ ...args, name: "churn", membershipIdentifier: "99999999-4e5f-6789-abcd-ef0123456789" }`),
      model("third", `{ ...args, name: "churn", region: "eu-west-1" }`),
      model(
        "fourth",
        `{ ...args, name: "churn", adopt: { trainedModelArn: args.configuredModelAlgorithmAssociationArn.replace(/configured.*/, "trained-model/x") } }`,
      ),
      model("fifth", `{ ...args, name: new ml.TrainedModel("base", args).createTime }`),
      model("sixth", `{ ...args, name: "Churn" }`),
    ];
    assert.equal(await conflict(model("first") + other.join("")), undefined);
  });

  it("is refused on a new one beside a recorded one, whichever is checked first", async () => {
    project.program(model("first"));
    await project.up();
    assert.deepEqual(await conflict(model("first") + model("second")), ["first", "second"]);
    // The recorded one waits for the new one, so that the new one is checked before it.
    const after = `const second = ${model("second")}`;
    assert.deepEqual(await conflict(after + model("first", NAMED, "{ dependsOn: [second] }")), ["first", "second"]);
    assert.equal(project.service.creates, 1);
  });

  it("is none of a model with itself: unchanged, retrained, marked", async () => {
    assert.equal(await conflict(model("first")), undefined);
    assert.equal(await conflict(model("first", `{ ...args, name: "churn", hyperparameters: { epochs: 11 } }`)), undefined);
    assert.equal((await project.pulumi("state", "taint", "--yes", (await project.resource("TrainingJob", "first")).urn)).code, 0);
    assert.equal(await conflict(model("first")), undefined);
  });
});

describe("one name on two recorded models", function () {
  this.timeout(240_000);

  it("is what the service allowed: nothing is refused of them, unchanged or retrained", async () => {
    const project = await Project.create({ readings: { nameReuse: "allowed" } });
    project.program(model("first") + model("second", `{ ...args, name: "other" }`));
    await project.up();
    // As another tool, or a version without this rule, would have left them.
    const file = `${project.folder}/state.json`;
    assert.equal((await project.shell(`pulumi stack export --file ${file}`)).code, 0);
    assert.equal((await project.shell(`sed -i 's/"name": "other"/"name": "churn"/' ${file}`)).code, 0);
    assert.equal((await project.shell(`pulumi stack import --file ${file}`)).code, 0);
    project.program(model("first") + model("second"));
    assert.deepEqual(await project.previewed(), {});
    project.program(model("first") + model("second", `{ ...args, name: "churn", hyperparameters: { epochs: 11 } }`));
    assert.deepEqual(await project.previewed(), { "TrainingJob second replace": 1, "TrainingWaiter second replace": 1 });
    await project.close();
  });
});
