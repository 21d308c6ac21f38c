import assert from "node:assert/strict";
import { createJob } from "../../../provider/core/job/create";
import { adopt } from "../../../provider/core/ownership/adopt";
import type { TrainingInputs } from "../../../provider/kinds/trained-model/inputs";
import type { TrainedModelSummary } from "../../../provider/service/shapes";
import { fakes, jobInputs, membership, membershipIdentifier } from "../fakes";

describe("a model to adopt", () => {
  /** A service that has one, and the create that adopts it. */
  const adopting = (changes: Parameters<typeof jobInputs>[0] = {}) => {
    const context = fakes();
    const model = context.service.add({ ...jobInputs(), name: "theirs" }, "ACTIVE");
    const { trainedModelArn } = model;
    return { context, model, create: () => createJob(jobInputs({ adopt: { trainedModelArn }, ...changes }), context) };
  };

  it("becomes the resource's own, with the program's tags, and nothing is trained", async () => {
    const { context, model, create } = adopting({ tags: { team: "ml" } });
    const { id, outputs } = await create();
    assert.deepEqual([id, outputs.name, context.service.paid], [model.trainedModelArn, "theirs", []]);
    assert.deepEqual(model.tags, { team: "ml" });
    assert.equal(context.engineRun.urnOf(id), context.resource.urn);
  });

  const gone = `${membership}/trained-model/gone`;
  const elsewhere = gone.replace(membershipIdentifier, membershipIdentifier.replace(/^0/, "1"));
  const refused: [string, Parameters<typeof jobInputs>[0], RegExp][] = [
    ["of another membership", { adopt: { trainedModelArn: elsewhere } }, /belongs to another membership/],
    ["that is not there", { adopt: { trainedModelArn: gone } }, /the service does not have/],
    ["of other inputs", { hyperparameters: { epochs: "99" } }, /trained from other inputs: hyperparameters.epochs differ/],
  ];
  for (const [what, changes, message] of refused) {
    it(`is refused ${what}`, async () => {
      const { context, create } = adopting(changes);
      await assert.rejects(create(), { name: "AdoptError", message });
      assert.deepEqual(context.service.paid, []);
    });
  }

  for (const status of ["CREATE_FAILED", "INACTIVE", "CANCEL_PENDING"] as const) {
    it(`is refused when it is ${status}`, async () => {
      const { model, create } = adopting();
      model.status = status;
      await assert.rejects(create(), { name: "AdoptError", message: new RegExp(`names a model that is ${status}`) });
    });
  }
});

/** A first version beside a later one: GetTrainedModel describes the later one, and only a row of the list the first one. */
async function firstVersion(changes: Partial<TrainingInputs> = {}) {
  const context = fakes();
  const { service } = context;
  const first = service.add({ ...jobInputs(), name: "first" }, "ACTIVE");
  const later = { ...service.add({ ...jobInputs(), name: "later" }, "ACTIVE", "16f5ae71-9894-49bc-8be4-94705a8c40c1") };
  const { trainedModelArn, name, status, createTime, updateTime, description } = first;
  const { membershipIdentifier, collaborationIdentifier, configuredModelAlgorithmAssociationArn } = first;
  const row: TrainedModelSummary = {
    ...{ trainedModelArn, name, status, createTime, updateTime, description },
    ...{ membershipIdentifier, collaborationIdentifier, configuredModelAlgorithmAssociationArn },
  };
  Object.assign(service, {
    getTrainedModel: async () => ({ ...later, trainedModelArn }),
    listTrainedModelVersions: async () => [row],
  });
  return { ...context, take: () => adopt(jobInputs(changes), trainedModelArn, context), trainedModelArn };
}

describe("taking over a first version that has later ones", () => {
  it("compares what the service tells of it, and says that the rest was not compared", async () => {
    const { take, trainedModelArn, engine } = await firstVersion({ name: "first" });
    assert.equal((await take()).id, trainedModelArn);
    assert.match(engine.lines.join("\n"), /^info: .*does not tell all inputs of this model.*hyperparameters/);
  });

  it("refuses other inputs among those that it tells", async () => {
    const { take } = await firstVersion({ description: "mine" });
    await assert.rejects(take(), /was trained from other inputs: description differ/);
  });
});
