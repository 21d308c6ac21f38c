import assert from "node:assert/strict";
import { createJob } from "../../../provider/core/job/create";
import { MARK_KEY, OWNER_KEY } from "../../../provider/core/ownership/marks";
import { recordedInputs } from "../../../provider/core/values/filled";
import { trainingInputs } from "../../../provider/kinds/trained-model/inputs";
import { fakes, jobInputs, nextRun, urn } from "../fakes";

describe("createJob", () => {
  it("sends the inputs with owner and mark, under a name of its own choosing", async () => {
    const context = fakes();
    const { id, outputs } = await createJob(jobInputs({ tags: { team: "ml" } }), context);
    assert.equal(context.service.paid.length, 1);
    const [request] = context.service.paid;
    assert.match(request?.name ?? "", /^churn-[0-9a-f]{8}$/);
    assert.deepEqual(Object.keys(request?.tags ?? {}).sort(), [MARK_KEY, OWNER_KEY, "team"].sort());
    assert.equal(outputs.trainedModelArn, id);
    assert.deepEqual(outputs.tags, { team: "ml" });
    assert.ok(String(outputs.__filled).split(",").includes("name"));
  });

  it("starts nothing for a resource without a URN: nobody could know it again", async () => {
    const context = fakes({ urn: "" });
    await assert.rejects(createJob(jobInputs(), context), { name: "RefusedError", message: /no URN .* no training was started/ });
    assert.deepEqual(context.service.calls, []);
  });

  it("takes over what an interrupted run started, and pays nothing", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const second = await createJob(jobInputs(), nextRun(context));
    assert.equal(second.id, first.id);
    assert.equal(context.service.paid.length, 1);
    assert.ok(
      context.engine.lines.includes(`info: took over ${first.id} (CREATE_PENDING), which an interrupted run had started`),
    );
  });

  it("does not take over what another resource of this run has", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    run.engineRun.noteCurrent(`${urn}-other`, first.id);
    assert.notEqual((await createJob(jobInputs(), run)).id, first.id);
  });

  it("does not take over what it replaces, though it asks for the same but for tags and still bears the mark", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    run.engineRun.noteCheck(urn, recordedInputs(first.outputs, trainingInputs));
    run.engineRun.noteDiff(urn, first.id, true);
    assert.notEqual((await createJob(jobInputs({ tags: { team: "ml" } }), run)).id, first.id);
  });

  it("does not take its source model for one that an interrupted run left", async () => {
    const context = fakes();
    const { id: trainedModelArn } = await createJob(jobInputs(), context);
    const incrementalTrainingDataChannels = [{ trainedModelArn, channelName: "base" }];
    await createJob(jobInputs({ incrementalTrainingDataChannels }), nextRun(context));
    assert.equal(context.service.paid.length, 2);
  });

  it("starts nothing beside a training of its name and inputs that has no tag to say whose it is", async () => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "given" }, "CREATE_IN_PROGRESS");
    await assert.rejects(createJob(jobInputs({ name: "given" }), context), {
      name: "AlreadyThereError",
      message: /has no tag that says whose it is/,
    });
    assert.equal(context.service.paid.length, 0);
    model.status = "CREATE_FAILED";
    await createJob(jobInputs({ name: "given" }), context);
    assert.equal(context.service.paid.length, 1);
  });

  it("warns where the service took another version of the source model than the one that is named", async () => {
    const context = fakes();
    const { trainedModelArn } = context.service.add({ ...jobInputs(), name: "base" }, "ACTIVE");
    const taken = "00000000-0000-4000-8000-000000000001";
    const create = context.service.createTrainedModel.bind(context.service);
    context.service.createTrainedModel = (request) =>
      create({
        ...request,
        incrementalTrainingDataChannels: [{ trainedModelArn, channelName: "base", versionIdentifier: taken }],
      });
    await createJob(jobInputs({ incrementalTrainingDataChannels: [{ trainedModelArn, channelName: "base" }] }), context);
    assert.match(context.engine.lines.join("\n"), new RegExp(`^warning: is trained on ${trainedModelArn}#${taken}, not on`, "m"));
  });

  for (const status of ["CREATE_FAILED", "INACTIVE", "CANCEL_PENDING", "DELETE_PENDING"] as const) {
    it(`does not take over a marked model that is ${status}`, async () => {
      const context = fakes();
      const first = await createJob(jobInputs(), context);
      const [model] = context.service.models;
      if (model) model.status = status;
      const second = await createJob(jobInputs(), nextRun(context));
      assert.notEqual(second.id, first.id);
      assert.equal(context.service.paid[1]?.name, `${context.service.paid[0]?.name}-2`);
    });
  }

  it("stops beside an unrecorded training of other inputs, and names the command that cancels it", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const other = jobInputs({ hyperparameters: { epochs: "20" } });
    await assert.rejects(createJob(other, nextRun(context)), (error: Error & { advice?: string[] }) => {
      assert.equal(error.name, "UnrecordedJobError");
      assert.equal(error.advice?.at(-1), `npx cleanroomsml cancel '${first.id}'`);
      return true;
    });
    assert.equal(context.service.paid.length, 1);
  });

  it("goes on when the marked model is the recorded one", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    run.engineRun.noteCheck(urn, recordedInputs(first.outputs, trainingInputs));
    run.engineRun.noteDiff(urn, first.id, true);
    await createJob(jobInputs({ hyperparameters: { epochs: "20" } }), run);
    assert.equal(context.service.paid.length, 2);
  });

  it("cancels the predecessor that still trains, after its successor was accepted", async () => {
    const context = fakes();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    run.engineRun.noteCheck(urn, recordedInputs(first.outputs, trainingInputs));
    run.engineRun.noteDiff(urn, first.id, true);
    await createJob(jobInputs({ hyperparameters: { epochs: "20" } }), run);
    const order = context.service.calls;
    assert.ok(order.lastIndexOf("CancelTrainedModel") > order.lastIndexOf("CreateTrainedModel"));
    assert.equal(context.service.models[0]?.status, "INACTIVE");
  });

  it("names `adopt` when the program goes back to inputs whose model is ACTIVE", async () => {
    const context = fakes();
    await createJob(jobInputs(), context);
    const [good] = context.service.models;
    assert.ok(good);
    good.status = "ACTIVE";
    delete good.tags[MARK_KEY];
    const failed = jobInputs({ hyperparameters: { epochs: "20" } });
    const run = nextRun(context);
    run.engineRun.noteCheck(urn, failed);
    await assert.rejects(createJob(jobInputs(), run), { name: "AlreadyThereError" });
    assert.equal(context.service.paid.length, 1);
  });

  it("trains anew after a taint although the same model is ACTIVE", async () => {
    const context = fakes();
    await createJob(jobInputs(), context);
    const [good] = context.service.models;
    assert.ok(good);
    good.status = "ACTIVE";
    delete good.tags[MARK_KEY];
    await createJob(jobInputs(), nextRun(context));
    assert.equal(context.service.paid.length, 2);
  });

  it("looks for the model after a lost answer and sends nothing more", async () => {
    const context = fakes();
    context.service.fail("CreateTrainedModel", "ambiguous", { afterActing: true });
    const { id } = await createJob(jobInputs(), context);
    assert.equal(id, context.service.models[0]?.trainedModelArn);
    assert.equal(context.service.calls.filter((call) => call === "CreateTrainedModel").length, 1);
  });

  it("gives up after 60 s of looking, still with one request", async () => {
    const context = fakes();
    const started = context.clock.now();
    context.service.fail("CreateTrainedModel", "ambiguous");
    await assert.rejects(createJob(jobInputs(), context), (error: Error & { advice?: string[] }) => {
      assert.equal(error.name, "LostAnswerError");
      assert.equal(error.advice?.at(-1), "pulumi up");
      return true;
    });
    assert.equal(context.clock.now() - started, 60_000);
    assert.equal(context.service.calls.filter((call) => call === "CreateTrainedModel").length, 1);
  });

  it("finds a lost model by name and inputs where tags are denied", async () => {
    const context = fakes();
    context.service.fail("CreateTrainedModel", "denied");
    context.service.fail("CreateTrainedModel", "ambiguous", { afterActing: true });
    const { id } = await createJob(jobInputs(), context);
    assert.equal(id, context.service.models[0]?.trainedModelArn);
    assert.deepEqual(context.service.models[0]?.tags, {});
  });

  it("takes over what still trains by its name where tags were denied", async () => {
    const context = fakes();
    context.service.fail("CreateTrainedModel", "denied");
    const first = await createJob(jobInputs(), context);
    const second = await createJob(jobInputs(), nextRun(context));
    assert.equal(second.id, first.id);
    assert.equal(context.service.paid.length, 1);
  });

  it("repeats a throttled create, each time only while the engine answers", async () => {
    const context = fakes();
    context.service.fail("CreateTrainedModel", "throttled");
    context.service.fail("CreateTrainedModel", "throttled");
    await createJob(jobInputs(), context);
    assert.equal(context.service.paid.length, 1);

    const orphan = fakes();
    orphan.service.fail("CreateTrainedModel", "throttled");
    orphan.clock.onSleep = () => {
      orphan.engine.alive = false;
    };
    await assert.rejects(createJob(jobInputs(), orphan), { name: "EngineGoneError" });
    assert.equal(orphan.service.paid.length, 0);
  });

  it("sends nothing without an engine", async () => {
    const context = fakes();
    context.engine.alive = false;
    await assert.rejects(createJob(jobInputs(), context), { name: "EngineGoneError" });
    assert.equal(context.service.paid.length, 0);
  });

  it("chooses the next free name where one is taken, and says so of a given one", async () => {
    const context = fakes();
    context.service.fail("CreateTrainedModel", "conflict");
    await createJob(jobInputs(), context);
    assert.match(context.service.paid[0]?.name ?? "", /-2$/);

    const given = fakes();
    given.service.fail("CreateTrainedModel", "conflict");
    await assert.rejects(createJob(jobInputs({ name: "churn" }), given), { name: "NameTakenError" });
    assert.equal(given.service.paid.length, 0);
  });

  it("keeps the id when nothing after the create works", async () => {
    const context = fakes();
    context.service.fail("GetTrainedModel", "denied");
    const { id, outputs } = await createJob(jobInputs(), context);
    assert.equal(id, outputs.trainedModelArn);
    assert.equal(outputs.name, context.service.paid[0]?.name);
  });

  it("leaves its tags out where the limit of 50 has no room for them", async () => {
    const context = fakes();
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, "v"]));
    await createJob(jobInputs({ tags }), context);
    assert.equal(Object.keys(context.service.paid[0]?.tags ?? {}).length, 50);
  });
});
