import assert from "node:assert/strict";
import { updateJob } from "../../../provider/core/job/update";
import { fakes, jobInputs } from "../fakes";

describe("updateJob", () => {
  it("asks nothing of the service with what is no id of a model", async () => {
    const context = fakes();
    const inputs = jobInputs({ tags: { team: "ml" } });
    await assert.rejects(updateJob("arn:aws:s3:::bucket", {}, inputs, context), /is no trained model/);
    assert.deepEqual(context.service.calls, []);
  });

  it("does not take another model in the place of the one it has", async () => {
    const context = fakes();
    const { trainedModelArn: id } = context.service.add({ ...jobInputs(), name: "a" }, "ACTIVE");
    const { trainedModelArn } = context.service.add({ ...jobInputs(), name: "b" }, "ACTIVE");
    const inputs = jobInputs({ adopt: { trainedModelArn }, tags: { team: "ml" } });
    await assert.rejects(updateJob(id, {}, inputs, context), { name: "AdoptError", message: /names another model/ });
    assert.deepEqual(context.service.calls, []);
    assert.deepEqual((await updateJob(id, {}, { ...inputs, adopt: { trainedModelArn: id } }, context)).tags, { team: "ml" });
  });
});
