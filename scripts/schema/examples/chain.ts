import * as cleanroomsml from "pulumi-cleanroomsml";

const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const january = new cleanroomsml.TrainedModel("january", {
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
        mlInputChannelArn: `${membership}/ml-input-channel/january`,
        channelName: "training",
    }],
});
const february = new cleanroomsml.TrainedModel("february", {
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
        mlInputChannelArn: `${membership}/ml-input-channel/february`,
        channelName: "training",
    }],
    incrementalTrainingDataChannels: [{
        trainedModelArn: january.trainedModelArn,
        versionIdentifier: january.versionIdentifier,
        channelName: "source",
    }],
});
