import assert from "node:assert/strict";
import { createJob } from "../../../provider/core/job/create";
import { markedTags, markOf, ownerOf } from "../../../provider/core/ownership/marks";
import { autoName } from "../../../provider/core/ownership/names";
import { type Fakes, fakes, jobInputs, requestFor, urn } from "../fakes";

/** The create of another resource of the same stack, in the same run. */
function createOther(index: number, context: Fakes) {
  const resource = requestFor({ urn: `${urn}-${index}`, name: `other-${index}` });
  return createJob(jobInputs(), { ...context, resource });
}

/** What an earlier run had sent for the resource, and the service carries out now. */
function land(context: Fakes) {
  const { kind, resource, service } = context;
  const tags = markedTags({}, ownerOf(resource), markOf(jobInputs(), kind.shape)) ?? {};
  return service.add({ ...jobInputs(), name: autoName(resource), tags }, "CREATE_IN_PROGRESS");
}

describe("a list that serves several creates", () => {
  it("is shared by creates of one moment", async () => {
    const context = fakes();
    await Promise.all([0, 1, 2, 3].map((index) => createOther(index, context)));
    assert.equal(context.service.calls.filter((operation) => operation === "ListTrainedModels").length, 1);
  });

  for (const seconds of [2, 3, 10, 40, 59]) {
    it(`misses nothing that an earlier run sent and that lands ${seconds} s into this one, 2 s before the create`, async () => {
      const context = fakes();
      await createOther(0, context);
      for (let index = 1; index <= seconds; index++) {
        context.clock.time += 1_000;
        await createOther(index, context);
      }
      const landed = land(context);
      context.clock.time += 2_000;
      const { id } = await createJob(jobInputs(), context);
      assert.equal(id, landed.trainedModelArn);
      assert.equal(context.service.paid.length, seconds + 1);
    });
  }

  it("is no older than what the resource itself has sent: a create that is asked for again looks anew", async () => {
    const context = fakes();
    await createOther(0, context);
    context.service.isListLagging = true;
    context.service.fail("CreateTrainedModel", "ambiguous", { afterActing: true });
    await assert.rejects(createJob(jobInputs(), context), { name: "LostAnswerError" });
    const paid = context.service.paid.length;
    // Another create looks, and right after it the list shows what was lost.
    await createOther(1, context);
    context.service.isListLagging = false;
    const { id } = await createJob(jobInputs(), context);
    assert.equal(id, context.service.models.find(({ name }) => name.startsWith("churn"))?.trainedModelArn);
    assert.equal(context.service.paid.length, paid + 1);
  });

  it("does not hand on what an answer for another resource said of the own one", async () => {
    const context = fakes();
    const landed = land(context);
    await createOther(0, context);
    landed.status = "CREATE_FAILED";
    await createJob(jobInputs(), context);
    assert.equal(context.service.paid.length, 2, "what failed is not taken over");
  });
});
