import * as cleanroomsml from "pulumi-cleanroomsml";

const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const churn = new cleanroomsml.TrainedModel("churn", {
    membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
    configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/propensity`,
    resourceConfig: {
        instanceType: "ml.m5.2xlarge",
        volumeSizeInGB: 30,
    },
    stoppingCondition: {
        maxRuntimeInSeconds: 3600,
    },
    dataChannels: [{
        mlInputChannelArn: `${membership}/ml-input-channel/training`,
        channelName: "training",
    }],
    hyperparameters: {
        epochs: 10,
    },
});
export const arn = churn.trainedModelArn;
