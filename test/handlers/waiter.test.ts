import assert from "node:assert/strict";
import { handlersOf } from "../../provider/handlers";
import { fakes, requestFor } from "../core/fakes";
import { settingsOf } from "./step";

describe("a waiter that is given what is no id of a model", () => {
  for (const jobId of [
    "churn",
    "arn:aws:s3:::bucket",
    "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/x/trained-model/a",
  ]) {
    it(`asks nothing of the service: ${jobId}`, async () => {
      const context = fakes();
      const { TrainingWaiter } = handlersOf({ ...context, settings: settingsOf(), hasCheckpoints: true });
      const waiting = TrainingWaiter.create({ ...requestFor(), inputs: { jobId } });
      await assert.rejects(waiting, {
        name: "Failure",
        message: `"${jobId}" is no trained model: give its ARN, followed by #VERSION for a later version`,
      });
      assert.deepEqual(context.service.calls, []);
    });
  }
});
