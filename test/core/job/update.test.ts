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
});
