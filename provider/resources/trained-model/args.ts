import type { Input } from "@pulumi/pulumi";
import type { KnownInstanceType } from "../../service/instance-types";
import type { Open, S3DataDistributionType, TrainingInputMode } from "../../service/shapes";

/** An EC2 instance type. An editor completes those that AWS's service model knows; another one that begins with `ml.` is a warning in the preview. */
export type InstanceType = Open<KnownInstanceType>;

/** The instances that train a model. */
export interface ResourceConfigArgs {
  /** EC2 instance type, e.g. `ml.m5.2xlarge`. Limits: the service model's list; another one that begins with `ml.` is a warning. A fresh account's quota is 0 for most types. Replaces. */
  instanceType: Input<InstanceType>;
  /** Size of each instance's volume, in GB. Limits: 1 to 8192. Replaces. */
  volumeSizeInGB: Input<number>;
  /** Number of instances. Limits: 1 to 5. Default: 1. Replaces. */
  instanceCount?: Input<number | undefined>;
}

/** When the service ends a training by itself. */
export interface StoppingConditionArgs {
  /** The longest run time, in seconds. Limits: 1 to 2419200 (28 days). Default: not documented by AWS; without it a training may run, and be paid, for 28 days. Replaces. */
  maxRuntimeInSeconds?: Input<number | undefined>;
}

/** One source of training data: a folder in the container. */
export interface DataChannelArgs {
  /** ARN of the ML input channel. Limits: 20 to 2048 characters. Replaces. */
  mlInputChannelArn: Input<string>;
  /** Name of the folder under `/opt/ml/input/data`. Limits: 1 to 64 of `A-Za-z0-9.-_`; unique over all channels. Replaces. */
  channelName: Input<string>;
  /** How the objects are spread over the instances. Limits: `FullyReplicated`, `ShardedByS3Key`. Default: `FullyReplicated`. Replaces. */
  s3DataDistributionType?: Input<S3DataDistributionType | undefined>;
}

/** The model to train on top of. Spread another model's `ref` into it. */
export interface IncrementalTrainingDataChannelArgs {
  /** ARN of the model to train on; it must be ACTIVE. Limits: 20 to 2048 characters. Replaces. */
  trainedModelArn: Input<string>;
  /** Its version; a base has none. Limits: a UUID. Default: AWS contradicts itself (the latest, or the base), so pass it when there is one. Replaces. */
  versionIdentifier?: Input<string | undefined>;
  /** Name of the folder under `/opt/ml/input/data`. Limits: 1 to 64 of `A-Za-z0-9.-_`; unique over all channels. Replaces. */
  channelName: Input<string>;
}

/** A model that exists, to be taken over instead of trained. */
export interface AdoptArgs {
  /** ARN of the model. */
  trainedModelArn: Input<string>;
  /** Its version; a base has none. */
  versionIdentifier?: Input<string | undefined>;
}

/** Text, or what has an obvious text. */
export type TextInput = Input<string | number | boolean>;

/** What a training is made of: the 14 inputs of CreateTrainedModel under the API's names, and where and how. */
export interface TrainingJobArgs {
  /** The membership that creates the model, and by default pays. Limits: a UUID. Replaces. */
  membershipIdentifier: Input<string>;
  /** Name of the model. Limits: 1 to 63 characters, not only white space, no line break, no emoji. Default: the logical name, a hash and, where it is taken, a number. Replaces; leaving it out later does not. */
  name?: Input<string | undefined>;
  /** The associated algorithm to train with, whichever member owns it. Limits: 20 to 2048 characters. Replaces. */
  configuredModelAlgorithmAssociationArn: Input<string>;
  /** Parameters of the algorithm; numbers and booleans are sent as text. Whoever may read the model reads them. Limits: 100 entries; keys of 1 to 256, values of 1 to 2500 characters. Replaces. */
  hyperparameters?: Input<Record<string, TextInput> | undefined>;
  /** Environment variables of the container; numbers and booleans are sent as text. Whoever may read the model reads them. Limits: 100 entries; keys `[a-zA-Z_][a-zA-Z0-9_]*`, values of 1 to 512 characters. Replaces. */
  environment?: Input<Record<string, TextInput> | undefined>;
  /** The instances that train. Replaces. */
  resourceConfig: Input<ResourceConfigArgs>;
  /** When the service ends the training by itself. Default: see `maxRuntimeInSeconds`. Replaces. */
  stoppingCondition?: Input<StoppingConditionArgs | undefined>;
  /** The model to train on top of. Limits: exactly one, and 20 channels in all. Replaces. */
  incrementalTrainingDataChannels?: Input<Input<IncrementalTrainingDataChannelArgs>[] | undefined>;
  /** The training data. Limits: 1 to 20, and 20 channels in all; their order means nothing. Replaces. */
  dataChannels: Input<Input<DataChannelArgs>[]>;
  /** How the data reaches the container. Limits: `File`, `FastFile`, `Pipe`. Default: not documented by AWS; taken to be `File`. Replaces. */
  trainingInputMode?: Input<TrainingInputMode | undefined>;
  /** Description of the model. Limits: 255 characters, no emoji. Default: none. Replaces: AWS has no operation that changes it. */
  description?: Input<string | undefined>;
  /** Key that encrypts the model and its data. Limits: the ARN of a key, not of an alias. Default: a key of AWS. Replaces. */
  kmsKeyArn?: Input<string | undefined>;
  /** Tags; `aws:defaultTags` are merged, these win. Limits: 50; keys of 1 to 128 characters, not beginning with `aws:` or `cleanroomsml:`, values up to 256. Updated in place; only keys that the program sets are touched. */
  tags?: Input<Record<string, Input<string>> | undefined>;
  /** Account of the member that pays for the training; it must be a payer candidate of the collaboration. Limits: 12 digits. Default: the collaboration's. Replaces. */
  mlModelTrainingPayerAccountId?: Input<string | undefined>;
  /** AWS region to train in. Default: `cleanroomsml:region`, `aws:region`, AWS_REGION, the profile. Replaces when it differs from the recorded one. */
  region?: Input<string | undefined>;
  /** A model that exists, to be taken over instead of trained: Pulumi's import does not work for dynamic resources. While `adopt` is set, `pulumi destroy` leaves the model in AWS. Remove `adopt` and run `pulumi up`, and the model belongs to the stack: a destroy then deletes it. Never replaces. */
  adopt?: Input<AdoptArgs | undefined>;
  /** The most instance-hours (instances times the longest run time) that a training of this model may use: a preview refuses more. It overrides the stack's limit, whether it is higher or lower. Limits: above 0. Default: `cleanroomsml:maxInstanceHours`; without it none. Never replaces. */
  maxInstanceHours?: Input<number | undefined>;
}

/** The inputs of a TrainedModel. */
export interface TrainedModelArgs extends TrainingJobArgs {
  /** Whether `pulumi up` waits until the model is ACTIVE. Without it a replaced model is deleted as soon as its successor is accepted. Default: true. Never replaces. */
  wait?: Input<boolean | undefined>;
}
