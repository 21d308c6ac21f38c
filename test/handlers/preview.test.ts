import assert from "node:assert/strict";
import { UNKNOWN } from "../../provider/core/values/unknown";
import { handlersOf } from "../../provider/handlers";
import { type Fakes, fakes, jobInputs, requestFor, urn } from "../core/fakes";
import { settingsOf } from "./step";

/** Handlers over fakes, which tell what the service was asked. */
function handlers(context: Fakes = fakes()) {
  return { context, ...handlersOf({ ...context, settings: settingsOf(), hasCheckpoints: true }) };
}

const preview = requestFor({ isPreview: true });

describe("a preview by a host that asks for it", () => {
  it("of a create tells what is given, and leaves open what the service decides", async () => {
    const { TrainingJob, context } = handlers();
    const { id, outputs } = await TrainingJob.create({ ...preview, inputs: { ...jobInputs({ name: "churn" }) } });
    assert.equal(id, "");
    assert.equal(outputs.name, "churn");
    assert.deepEqual(outputs.hyperparameters, { epochs: "10" });
    for (const name of ["trainedModelArn", "versionIdentifier", "createTime"]) assert.equal(outputs[name], UNKNOWN, name);
    assert.deepEqual(context.service.calls, []);
  });

  it("of an update tells the outputs as they will be, and changes nothing", async () => {
    const { TrainingJob, context } = handlers();
    const request = requestFor();
    const { id, outputs } = await TrainingJob.create({ ...request, inputs: { ...jobInputs() } });
    const calls = context.service.calls.length;
    const inputs = { ...jobInputs({ tags: { team: "ml" } }) };
    const shown = await TrainingJob.update({ ...preview, id, olds: outputs, inputs });
    assert.equal(context.service.calls.length, calls);
    assert.deepEqual(shown, await TrainingJob.update({ ...request, id, olds: outputs, inputs }));
    assert.deepEqual(shown.tags, { team: "ml" });
    assert.equal(shown.trainedModelArn, id);
  });

  it("of a wait tells what the id tells, and leaves open how the training ends", async () => {
    const { TrainingJob, TrainingWaiter, context } = handlers();
    const { id: jobId } = await TrainingJob.create({ ...requestFor(), inputs: { ...jobInputs() } });
    const calls = context.service.calls.length;
    const waiting = requestFor({ isPreview: true, jobUrn: urn });
    const { id, outputs } = await TrainingWaiter.create({ ...waiting, inputs: { jobId } });
    assert.deepEqual([id, outputs.trainedModelArn, outputs.status], [jobId, jobId, UNKNOWN]);
    assert.deepEqual(await TrainingWaiter.update({ ...waiting, id, olds: outputs, inputs: { jobId } }), outputs);
    const unknown = await TrainingWaiter.create({ ...waiting, inputs: { jobId: UNKNOWN } });
    assert.deepEqual([unknown.id, unknown.outputs.status], ["", UNKNOWN]);
    assert.equal(context.service.calls.length, calls);
  });
});

describe("a handler's failure", () => {
  it("holds no secret, and says what to do", async () => {
    const { TrainingJob, context } = handlers();
    const inputs = { ...jobInputs({ environment: { TOKEN: "hunter2" } }) };
    context.service.fail("CreateTrainedModel", "validation", { message: 'bad value "hunter2"' });
    const request = requestFor({ secrets: ["environment.TOKEN"] });
    await assert.rejects(TrainingJob.create({ ...request, inputs }), { name: "Failure", message: /bad value "\[secret\]"/ });
  });

  it("of a wait that was cut short holds what is to be recorded", async () => {
    const { TrainingJob, TrainingWaiter, context } = handlers();
    const { id } = await TrainingJob.create({ ...requestFor(), inputs: { ...jobInputs() } });
    context.abort.abort(new Error("interrupted"));
    const waiting = TrainingWaiter.create({ ...requestFor({ jobUrn: urn }), inputs: { jobId: id } });
    await assert.rejects(waiting, (error: Error & { id?: string; outputs?: Record<string, unknown> }) => {
      assert.equal(error.name, "UnfinishedError");
      assert.deepEqual([error.id, error.outputs?.trainedModelArn], [id, id]);
      assert.match(error.message, /the training goes on/);
      return true;
    });
  });
});
