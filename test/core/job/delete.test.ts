import assert from "node:assert/strict";
import { deleteJob } from "../../../provider/core/job/delete";
import { fakes, jobInputs, urn } from "../fakes";

describe("deleteJob", () => {
  it("cancels a training that runs before it deletes its output", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "CREATE_IN_PROGRESS");
    await deleteJob(model.trainedModelArn, false, context);
    assert.ok(context.service.calls.includes("CancelTrainedModel"));
    assert.equal(model.status, "INACTIVE");
  });

  it("passes the version on, and leaves the base alone", async () => {
    const context = fakes();
    const version = "a1b2c3d4-5678-90ab-cdef-111122223333";
    const base = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE");
    const later = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE", version);
    later.trainedModelArn = base.trainedModelArn;
    await deleteJob(`${base.trainedModelArn}#${version}`, false, context);
    assert.deepEqual([base.status, later.status], ["ACTIVE", "INACTIVE"]);
  });

  it("has nothing to do for what is gone", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "INACTIVE");
    await deleteJob(model.trainedModelArn, false, context);
    context.service.models.length = 0;
    await deleteJob(model.trainedModelArn, false, context);
    assert.ok(!context.service.calls.includes("DeleteTrainedModelOutput"));
  });

  it("only forgets what is adopted", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE");
    await deleteJob(model.trainedModelArn, true, context);
    assert.deepEqual(context.service.calls, []);
  });

  it("keeps an id that is current for any resource of the run", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE");
    context.engineRun.noteCurrent("urn:another", model.trainedModelArn);
    await deleteJob(model.trainedModelArn, false, context);
    assert.equal(model.status, "ACTIVE");
  });

  it("refuses to delete the old model while its successor is neither ACTIVE nor settled", async () => {
    const context = fakes();
    const old = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE");
    const successor = context.service.add({ ...jobInputs(), name: "churn-2" }, "CREATE_FAILED");
    context.engineRun.noteCurrent(urn, successor.trainedModelArn);
    const remove = () => deleteJob(old.trainedModelArn, false, context);
    await assert.rejects(remove(), { name: "SuccessorNotActiveError" });
    assert.equal(old.status, "ACTIVE");
    successor.status = "ACTIVE";
    await remove();
    assert.equal(old.status, "INACTIVE");
  });

  it("lets a failed training go whose output cannot be deleted", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "CREATE_FAILED");
    context.service.fail("DeleteTrainedModelOutput", "conflict");
    context.service.fail("DeleteTrainedModelOutput", "conflict");
    await deleteJob(model.trainedModelArn, false, context);
    assert.equal(model.status, "CREATE_FAILED");
  });

  it("ends at its bound with the status", async () => {
    const context = fakes({ timeouts: { delete: 60_000 } });
    const model = context.service.add({ ...jobInputs(), name: "churn" }, "ACTIVE");
    context.service.script = ["DELETE_IN_PROGRESS"];
    await assert.rejects(deleteJob(model.trainedModelArn, false, context), /DELETE_IN_PROGRESS/);
  });
});
