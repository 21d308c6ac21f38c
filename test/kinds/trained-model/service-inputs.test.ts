import assert from "node:assert/strict";
import { isSameWork } from "../../../provider/core/values/diff";
import type { TrainingInputs } from "../../../provider/kinds/trained-model/inputs";
import type { TrainedModel } from "../../../provider/kinds/trained-model/outputs";
import { serviceInputs } from "../../../provider/kinds/trained-model/service-inputs";
import { trainedModelShape } from "../../../provider/kinds/trained-model/shape";
import type { IncrementalTrainingDataChannelOutput, ModelTrainingDataChannel } from "../../../provider/service/shapes";
import { jobInputs } from "../../core/fakes";

const arn = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789/trained-model/x";
const version = "16f5ae71-9894-49bc-8be4-94705a8c40c1";

/** What the service says of a model that was trained from `inputs`: it fills in what they leave out. */
function described(inputs: TrainingInputs, changes: Partial<TrainedModel> = {}): TrainedModel {
  const { incrementalTrainingDataChannels: bases, ...given } = inputs;
  return {
    ...given,
    trainedModelArn: arn,
    name: "churn-1",
    status: "ACTIVE",
    statusDetails: { statusCode: "X" },
    stoppingCondition: { maxRuntimeInSeconds: 86_400, ...given.stoppingCondition },
    trainingInputMode: given.trainingInputMode ?? "File",
    mlModelTrainingPayerAccountId: given.mlModelTrainingPayerAccountId ?? "123456789012",
    kmsKeyArn: given.kmsKeyArn ?? "arn:aws:kms:us-east-1:123456789012:key/aws",
    resourceConfig: { instanceCount: 1, ...given.resourceConfig },
    dataChannels: given.dataChannels.map((channel) => ({ s3DataDistributionType: "FullyReplicated" as const, ...channel })),
    ...(bases && { incrementalTrainingDataChannels: bases.map(asDescribed) }),
    ...changes,
  };
}

/** The service gives back the name of the model that was trained on, not its ARN. */
function asDescribed({
  channelName,
  versionIdentifier,
}: {
  channelName: string;
  versionIdentifier?: string | undefined;
}): IncrementalTrainingDataChannelOutput {
  return { channelName, modelName: "base", ...(versionIdentifier === undefined ? {} : { versionIdentifier }) };
}

function isSame(inputs: TrainingInputs, changes: Partial<TrainedModel> = {}): boolean {
  return isSameWork(serviceInputs(described(inputs, changes), inputs), inputs, trainedModelShape);
}

const channel: ModelTrainingDataChannel = { channelName: "training", mlInputChannelArn: "arn of training" };
const other: ModelTrainingDataChannel = { channelName: "more", mlInputChannelArn: "arn of more" };
const based = jobInputs({ incrementalTrainingDataChannels: [{ trainedModelArn: arn, channelName: "base" }] });
const basedOnVersion = jobInputs({
  incrementalTrainingDataChannels: [{ trainedModelArn: arn, channelName: "base", versionIdentifier: version }],
});

describe("inputsOf", () => {
  it("leaves out what the program leaves out and the service fills in", () => {
    const inputs = jobInputs();
    const { ...given } = inputs;
    assert.deepEqual(serviceInputs(described(inputs), inputs), given);
  });

  it("keeps what the program gives, though it is the service's default", () => {
    const inputs = jobInputs({
      trainingInputMode: "File",
      stoppingCondition: { maxRuntimeInSeconds: 86_400 },
      resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30, instanceCount: 1 },
      dataChannels: [{ ...channel, s3DataDistributionType: "FullyReplicated" }],
    });
    const { ...given } = inputs;
    assert.deepEqual(serviceInputs(described(inputs), inputs), given);
  });

  const same: [what: string, inputs: TrainingInputs, changes: Partial<TrainedModel>][] = [
    ["what was asked for", jobInputs(), {}],
    ["another order of channels", jobInputs({ dataChannels: [channel, other] }), { dataChannels: [other, channel] }],
    [
      "channels of which one says how it is spread",
      jobInputs({ dataChannels: [channel, { ...other, s3DataDistributionType: "ShardedByS3Key" }] }),
      {},
    ],
    ["a stopping condition without a run time, which the service fills in", jobInputs({ stoppingCondition: {} }), {}],
    ["on a model whose ARN is not given back", based, {}],
    [
      "on a model of which no version was named, and the service tells one",
      based,
      { incrementalTrainingDataChannels: [{ channelName: "base", modelName: "base", versionIdentifier: version }] },
    ],
    ["on the version that was named", basedOnVersion, {}],
  ];
  for (const [what, inputs, changes] of same) {
    it(`gives the same training: ${what}`, () => assert.equal(isSame(inputs, changes), true));
  }

  const different: [what: string, inputs: TrainingInputs, changes: Partial<TrainedModel>][] = [
    ["another hyperparameter", jobInputs(), { hyperparameters: { epochs: "11" } }],
    ["a hyperparameter more", jobInputs(), { hyperparameters: { epochs: "10", rate: "1" } }],
    ["another instance type", jobInputs(), { resourceConfig: { instanceType: "ml.g5.xlarge", volumeSizeInGB: 30 } }],
    [
      "another number of instances than the given one",
      jobInputs({ resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30, instanceCount: 2 } }),
      { resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30, instanceCount: 3 } },
    ],
    [
      "another run time than the given one",
      jobInputs({ stoppingCondition: { maxRuntimeInSeconds: 60 } }),
      { stoppingCondition: { maxRuntimeInSeconds: 61 } },
    ],
    ["a channel more", jobInputs({ dataChannels: [channel] }), { dataChannels: [channel, other] }],
    [
      "another distribution than the given one",
      jobInputs({ dataChannels: [{ ...channel, s3DataDistributionType: "ShardedByS3Key" }] }),
      { dataChannels: [{ ...channel, s3DataDistributionType: "FullyReplicated" }] },
    ],
    [
      "on a model, where none was asked for",
      jobInputs(),
      { incrementalTrainingDataChannels: [{ channelName: "base", modelName: "base" }] },
    ],
    ["on none, where one was asked for", based, { incrementalTrainingDataChannels: [] }],
    ["on another channel", based, { incrementalTrainingDataChannels: [{ channelName: "other", modelName: "base" }] }],
    [
      "on another version than the named one",
      basedOnVersion,
      { incrementalTrainingDataChannels: [{ channelName: "base", modelName: "base" }] },
    ],
  ];
  for (const [what, inputs, changes] of different) {
    it(`gives another training: ${what}`, () => assert.equal(isSame(inputs, changes), false));
  }

  it("gives another training where a row of a list tells too little", () => {
    const { dataChannels: _, resourceConfig: __, hyperparameters: ___, ...row } = described(jobInputs());
    assert.equal(isSameWork(serviceInputs(row, jobInputs()), jobInputs(), trainedModelShape), false);
  });
});
