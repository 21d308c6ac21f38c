/** The inputs of each model that the bench makes. */

export const membershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

/** The membership's ARN, by which all others begin. */
export const membership = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}`;

export const trainingInputs = {
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/propensity`,
  description: "Customer propensity",
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
  hyperparameters: { epochs: 10, "learning-rate": 0.1 },
};
