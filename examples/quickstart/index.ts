/**
 * The training of AWS's custom-model sample (a customer propensity model), and a second one on top of it.
 *
 * `npm start` runs it against the embedded service. Against an account of yours, set the three ids to your own:
 * `pulumi config set membershipIdentifier …` and so on.
 */
import * as pulumi from "@pulumi/pulumi";
import { TrainedModel } from "pulumi-cleanroomsml";

const config = new pulumi.Config();
const membershipIdentifier = config.get("membershipIdentifier") ?? "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const membership = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}`;

const inputs = {
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn:
    config.get("algorithmAssociationArn") ?? `${membership}/configured-model-algorithm-association/propensity`,
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [
    { mlInputChannelArn: config.get("mlInputChannelArn") ?? `${membership}/ml-input-channel/training`, channelName: "training" },
  ],
  environment: { TRACKING_TOKEN: config.getSecret("trackingToken") ?? pulumi.secret("not-a-real-token") },
};

const propensity = new TrainedModel("propensity", {
  ...inputs,
  description: "Customer propensity scoring trained model",
  hyperparameters: { epochs: 10, "learning-rate": 0.1 },
});

const refined = new TrainedModel("propensity-refined", {
  ...inputs,
  description: "Trained further on top of the first",
  hyperparameters: { epochs: 5, "learning-rate": 0.01 },
  incrementalTrainingDataChannels: [{ ...propensity.ref, channelName: "base" }],
});

export const trainedModelArn = propensity.trainedModelArn;
export const status = propensity.status;
export const refinedModelArn = refined.trainedModelArn;
export const refinedVersionIdentifier = refined.versionIdentifier;
export const refinedStatus = refined.status;
