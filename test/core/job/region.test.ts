import assert from "node:assert/strict";
import { createJob } from "../../../provider/core/job/create";
import { deleteJob } from "../../../provider/core/job/delete";
import { readJob } from "../../../provider/core/job/read";
import { updateJob } from "../../../provider/core/job/update";
import { FakeService, fakes, jobInputs, nextRun, urn } from "../fakes";

/** Two regions, each with models of its own; what is asked of one is not seen by the other. */
function regions() {
  const context = fakes();
  const europe = new FakeService(context.clock, "eu-west-1");
  return { ...context, europe, serviceIn: (region?: string) => (region === "eu-west-1" ? europe : context.service) };
}

describe("a model whose region the program changes", () => {
  const moved = jobInputs({ region: "eu-west-1" });

  it("is trained in the new region, and the training that it replaces is cancelled in the old one", async () => {
    const context = regions();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    run.engineRun.noteCheck(urn, jobInputs());
    run.engineRun.noteDiff(urn, first.id, true);
    const second = await createJob(moved, run);
    assert.match(second.id, /:eu-west-1:/);
    assert.equal(second.outputs.region, "eu-west-1");
    assert.deepEqual(
      context.service.models.map(({ status }) => status),
      ["INACTIVE"],
    );
    assert.match(context.engine.lines.join("\n"), /cancelled the training that this one replaces/);
  });

  it("loses its old model once the new one is ACTIVE, also by a later run", async () => {
    const context = regions();
    const first = await createJob(jobInputs(), context);
    const run = nextRun(context);
    const second = await createJob(moved, run);
    for (const { models } of [context.service, context.europe]) for (const model of models) model.status = "ACTIVE";
    // The delete of the run before did not come through: this run finds the successor in its place.
    const later = nextRun(context);
    later.engineRun.noteCheck(urn, moved);
    later.engineRun.noteDiff(urn, second.id, false);
    await deleteJob(first.id, false, later);
    assert.deepEqual(
      [...context.service.models, ...context.europe.models].map(({ status }) => status),
      ["INACTIVE", "ACTIVE"],
    );
  });

  it("is read, tagged and deleted where its ARN says, whatever region is recorded", async () => {
    const context = regions();
    const { id, outputs } = await createJob(moved, context);
    const recorded = { ...outputs, region: "us-east-1", tags: { team: "ml" } };
    assert.equal((await readJob(id, recorded, context))?.outputs.trainedModelArn, outputs.trainedModelArn);
    await updateJob(id, recorded, { ...moved, tags: { team: "research" } }, context);
    assert.equal(context.europe.models[0]?.tags.team, "research");
    await deleteJob(id, false, nextRun(context));
    assert.equal(context.europe.models[0]?.status, "INACTIVE");
    assert.deepEqual(context.service.calls, []);
  });
});
