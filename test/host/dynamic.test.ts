import assert from "node:assert/strict";
import { handlersOf } from "../../provider/handlers";
import { dynamicProvider } from "../../provider/host/dynamic";
import { fakes, jobInputs, urn } from "../core/fakes";
import { settingsOf } from "../handlers/step";

const { TrainingJob, TrainingWaiter } = handlersOf({ ...fakes(), settings: settingsOf(), hasCheckpoints: true });
const id = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789/trained-model/a";

describe("another time-out of a delete", () => {
  const bags = (values: object) =>
    ["1h", "2h"].map((remove) => ({ ...values, __context: { urn, name: "churn", timeouts: { delete: remove } } }));

  it("is an update of a job, whose delete reads what is recorded", () => {
    const [olds = {}, news = {}] = bags(jobInputs());
    assert.equal(dynamicProvider(TrainingJob).diff(id, olds, olds).changes, false);
    assert.equal(dynamicProvider(TrainingJob).diff(id, olds, news).changes, true);
  });

  it("is none of a waiter, whose delete does nothing", () => {
    const [olds = {}, news = {}] = bags({ jobId: id, status: "ACTIVE" });
    assert.equal(dynamicProvider(TrainingWaiter, { deletes: false }).diff(id, olds, news).changes, false);
  });
});
