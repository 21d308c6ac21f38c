import assert from "node:assert/strict";
import { reportOf } from "../../provider/report/build";
import { readPreview } from "../../provider/report/preview";

const component = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel::churn";
const job = component.replace("TrainedModel", "TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob");

const update = (urn: string, before: object, after: object) => ({
  op: "update",
  urn,
  oldState: { inputs: before, outputs: before },
  newState: { inputs: after },
});
const warnings = (steps: object[], diagnostics: object[] = []) =>
  reportOf(readPreview(JSON.stringify({ steps, diagnostics }))).warnings.map(({ model, text }) => `${model}: ${text}`);

describe("an update of a component alone", () => {
  it("is warned of with the inputs that changed, and the type that a transform has to match", () => {
    assert.deepEqual(
      warnings([{ op: "same", urn: job }, update(component, { tags: { a: "b" } }, { tags: {}, description: "x" })]),
      [
        "churn: tags, description are changed on the component alone, and this update does nothing; a transform has to match the type `pulumi-nodejs:dynamic/cleanroomsml:TrainingJob`",
      ],
    );
    assert.match(warnings([update(component, { kmsKeyArn: "a" }, {})])[0] ?? "", /^churn: kmsKeyArn is changed on/);
    assert.match(warnings([update(component, {}, {})])[0] ?? "", /^churn: an input is changed on/);
  });

  it("is none where the job changes too, or is no update", () => {
    assert.deepEqual(warnings([update(component, {}, { tags: {} }), update(job, { tags: { a: "b" } }, { tags: {} })]), []);
    assert.deepEqual(warnings([{ ...update(component, {}, { tags: {} }), op: "same" }]), []);
  });

  it("is not told twice where the constructor has warned of it", () => {
    const warning = (message: string) => [{ severity: "warning", urn: component, message }];
    const step = update(component, {}, { description: "x" });
    const said = "a transform sets `description` on the component, where only `tags` reach the training.";
    assert.deepEqual(warnings([step], warning(`warning: ${said}`)), [`churn: ${said}`]);
    assert.equal(warnings([step], warning("warning: something else")).length, 2);
  });
});
