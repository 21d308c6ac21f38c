import assert from "node:assert/strict";
import { Project } from "../harness";

describe("a model whose inputs are the outputs of another", function () {
  this.timeout(240_000);
  let project: Project;

  const program = (tag: string, epochs = 10) =>
    project.program(`
      const first = new ml.TrainedModel("first", args);
      const base = new ml.TrainedModel("base", {
        ...args,
        tags: { stage: "${tag}" },
        hyperparameters: { epochs: ${epochs} },
        incrementalTrainingDataChannels: [{ ...first.ref, channelName: "base" }],
      });
      const { membershipIdentifier, configuredModelAlgorithmAssociationArn, hyperparameters, environment, resourceConfig,
        stoppingCondition, incrementalTrainingDataChannels, dataChannels, trainingInputMode, description, kmsKeyArn, tags,
        mlModelTrainingPayerAccountId, region } = base;
      new ml.TrainedModel("twin", { membershipIdentifier, configuredModelAlgorithmAssociationArn, hyperparameters, environment,
        resourceConfig, stoppingCondition, incrementalTrainingDataChannels, dataChannels, trainingInputMode, description, kmsKeyArn,
        tags, mlModelTrainingPayerAccountId, region }, { dependsOn: base });`);

  before(async () => {
    project = await Project.create({ quotas: { jobsPerMembership: 10 } });
    program("test");
    await project.up();
  });
  after(() => project.close());

  it("is trained as the other was", async () => {
    const [base, twin] = await Promise.all([project.served("base"), project.served("twin")]);
    assert.deepEqual(twin?.request.hyperparameters, base?.request.hyperparameters);
    assert.equal(twin?.request.incrementalTrainingDataChannels?.[0]?.trainedModelArn, base?.trainedModelArn);
    assert.equal(twin?.tags.stage, "test");
  });

  it("is unchanged in the next preview and update", async () => {
    assert.deepEqual(await project.previewed(), {});
    assert.deepEqual(await project.planned(), {});
  });

  it("takes the other's new tags, and is not trained again", async () => {
    program("prod");
    // Without the plan: a preview of an update has the other's outputs as its program gave them, without what AWS filled in.
    assert.deepEqual(await project.previewed(), { "TrainingJob base update": 1, "TrainingJob twin update": 1 });
    await project.up();
    assert.deepEqual((await project.resource("TrainingJob", "twin")).outputs.tags, { stage: "prod" });
    assert.equal(project.service.creates, 3);
  });

  it("is trained again with the other", async () => {
    program("prod", 20);
    await project.up();
    assert.equal((await project.served("twin"))?.request.hyperparameters?.epochs, "20");
    assert.equal(project.service.creates, 5);
  });

  it("is unchanged where the other has nothing to give back", async () => {
    project.program(`
      const plain = new ml.TrainedModel("plain", args);
      const { tags, environment, description, kmsKeyArn, trainingInputMode } = plain;
      new ml.TrainedModel("like", { ...args, tags, environment, description, kmsKeyArn, trainingInputMode });`);
    await project.up();
    assert.deepEqual(await project.previewed(), {});
    assert.deepEqual(await project.planned("--expect-no-changes"), {});
  });
});
