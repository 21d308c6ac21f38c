/** A program of a user: what must compile, and after `@ts-expect-error` what must not. Nobody runs it. */
import * as pulumi from "@pulumi/pulumi";
import {
  type InstanceType,
  Provider,
  type PublishStatus,
  TrainedModel,
  type TrainedModelArgs,
  type TrainedModelStatus,
  TrainingJob,
  TrainingWaiter,
} from "pulumi-cleanroomsml";
import { startEmulator } from "pulumi-cleanroomsml/emulator";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_ extends true>(): void => {};
/** The members of a union of texts that are not just any text. */
type Literals<T> = T extends string ? (string extends T ? never : T) : never;

const args: TrainedModelArgs = {
  membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
  configuredModelAlgorithmAssociationArn: "arn",
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  dataChannels: [{ mlInputChannelArn: pulumi.output("arn"), channelName: "training" }],
  hyperparameters: { epochs: 10, shuffle: true, rate: pulumi.output("0.1") },
};
const base = new TrainedModel("base", args, { protect: true, customTimeouts: { create: "3h" }, ignoreChanges: ["tags"] });

// Outputs go back in as inputs, one by one and all at once.
export const next = new TrainedModel("next", {
  membershipIdentifier: base.membershipIdentifier,
  configuredModelAlgorithmAssociationArn: base.configuredModelAlgorithmAssociationArn,
  name: base.name,
  hyperparameters: base.hyperparameters,
  environment: base.environment,
  resourceConfig: base.resourceConfig,
  stoppingCondition: base.stoppingCondition,
  incrementalTrainingDataChannels: base.incrementalTrainingDataChannels,
  dataChannels: base.dataChannels,
  trainingInputMode: base.trainingInputMode,
  description: base.description,
  kmsKeyArn: base.kmsKeyArn,
  tags: base.tags,
  mlModelTrainingPayerAccountId: base.mlModelTrainingPayerAccountId,
  region: base.region,
});
new TrainedModel("other", { ...args, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });
new TrainedModel("changed", {
  ...args,
  dataChannels: base.dataChannels.apply((channels) => channels.map((channel) => ({ ...channel, channelName: "renamed" }))),
  resourceConfig: { instanceType: base.resourceConfig.instanceType, volumeSizeInGB: 40 },
  adopt: base.ref,
  wait: pulumi.output(true),
});

// AWS's unions complete, and are open where AWS adds to them.
holds<Equal<Literals<TrainedModelStatus>, TrainedModelStatus>>();
holds<Equal<Literals<pulumi.Unwrap<typeof base.status>>, TrainedModelStatus>>();
holds<Equal<Literals<pulumi.Unwrap<typeof base.logsStatus>>, PublishStatus>>();
holds<"ml.m5.2xlarge" extends Literals<InstanceType> ? true : false>();
holds<"ml.none" extends Literals<InstanceType> ? false : true>();
export const tomorrow: InstanceType = "ml.z9.mega";
export const said = base.status.apply((status) => {
  switch (status) {
    case "ACTIVE":
      return "ready";
    case "NEW_AT_AWS":
      return "new";
    default:
      return status.toLowerCase();
  }
});
holds<Equal<typeof base.trainedModelArn, pulumi.Output<string>>>();
holds<Equal<typeof base.versionIdentifier, pulumi.Output<string | undefined>>>();

// The other classes.
const eu = new Provider("eu", { region: "eu-west-1", assumeRoles: [{ roleArn: "arn" }], defaultTags: { stage: "prod" } });
export const found = TrainedModel.get("found", { trainedModelArn: "arn" }, { region: "eu-west-1", provider: eu });
const job = new TrainingJob("job", args, { provider: eu });
export const waiter = new TrainingWaiter("waiter", { jobId: job.id, wait: false });
export const lookedUp = TrainingJob.get("looked-up", "arn", "eu-west-1");
export const emulator = startEmulator();

// What must not compile.
// @ts-expect-error a misspelt input
new TrainedModel("a", { ...args, hyperParameters: {} });
// @ts-expect-error a number for a text
new TrainedModel("b", { ...args, name: 5 });
// @ts-expect-error a missing input
new TrainedModel("c", { membershipIdentifier: "x" });
// @ts-expect-error a mode that AWS does not have
new TrainedModel("d", { ...args, trainingInputMode: "file" });
// @ts-expect-error an instance type that is no text
new TrainedModel("e", { ...args, resourceConfig: { instanceType: 5, volumeSizeInGB: 30 } });
// @ts-expect-error a member that a channel does not have
new TrainedModel("f", { ...args, dataChannels: [{ mlInputChannelArn: "arn", channelName: "a", compression: "gzip" }] });
// @ts-expect-error an option that Pulumi does not have
new TrainedModel("g", args, { protected: true });
// @ts-expect-error a constructor's lookup is the package's own
new TrainingJob("h", { region: "eu-west-1" }, { id: "arn" });
// @ts-expect-error what the component tells its waiter is the package's own
new TrainingWaiter("i", { jobId: job.id }, {}, { jobArgs: {} });
// @ts-expect-error an output is not to be written
base.status = pulumi.output("ACTIVE");
// @ts-expect-error a model is looked up by its reference
TrainedModel.get("j", "arn");
