import type { Input } from "@pulumi/pulumi";
import type { KnownInstanceType } from "../../service/instance-types";
import type { Open, S3DataDistributionType, TrainingInputMode } from "../../service/shapes";

/** An EC2 instance type. An editor completes the types that AWS's service model knows. For another type that begins with `ml.`, the preview warns. */
export type InstanceType = Open<KnownInstanceType>;

/** The instances that train a model. */
export interface ResourceConfigArgs {
  /** EC2 instance type, such as `ml.m5.2xlarge`. Limits: the list of AWS's service model; for another type that begins with `ml.`, the preview warns. The quota of a new account is 0 for most types. Replaces. */
  instanceType: Input<InstanceType>;
  /** Size of each instance's volume, in GB. Limits: 1 to 8192. Replaces. */
  volumeSizeInGB: Input<number>;
  /** Number of instances. Limits: 1 to 5. Default: 1. Replaces. */
  instanceCount?: Input<number | undefined>;
}

/** When the service ends a training by itself. */
export interface StoppingConditionArgs {
  /** The longest run time, in seconds. Limits: 1 to 2419200 (28 days). Default: not documented by AWS; without this input, a training can run, and be paid for, for 28 days. Replaces. */
  maxRuntimeInSeconds?: Input<number | undefined>;
}

/** One source of training data, which becomes a folder in the container. */
export interface DataChannelArgs {
  /** ARN of the ML input channel. Limits: 20 to 2048 characters. Replaces. */
  mlInputChannelArn: Input<string>;
  /** Name of the folder under `/opt/ml/input/data`. Limits: 1 to 64 of `A-Za-z0-9.-_`; unique over all channels. Replaces. */
  channelName: Input<string>;
  /** How the objects are spread over the instances. Limits: `FullyReplicated`, `ShardedByS3Key`. Default: `FullyReplicated`. Replaces. */
  s3DataDistributionType?: Input<S3DataDistributionType | undefined>;
}

/** The source model, from which the training goes on. Spread the `ref` of a model into it. */
export interface IncrementalTrainingDataChannelArgs {
  /** ARN of the source model, which must be ACTIVE. Limits: 20 to 2048 characters. Replaces. */
  trainedModelArn: Input<string>;
  /** Version of the source model; the first version has no identifier. Limits: a UUID. Default: AWS's documents contradict each other (the latest version, or the first), so pass it if there is one. Replaces. */
  versionIdentifier?: Input<string | undefined>;
  /** Name of the folder under `/opt/ml/input/data`. Limits: 1 to 64 of `A-Za-z0-9.-_`; unique over all channels. Replaces. */
  channelName: Input<string>;
}

/** A model that exists and is taken over, so that nothing is trained. */
export interface AdoptArgs {
  /** ARN of the model. */
  trainedModelArn: Input<string>;
  /** Version of the model; the first version has no identifier. */
  versionIdentifier?: Input<string | undefined>;
}

/** A text, or a number or boolean that is sent as text. */
export type TextInput = Input<string | number | boolean>;

/** The inputs of a training: the 14 of CreateTrainedModel under their names in the API, and a few of this package. */
export interface TrainingJobArgs {
  /** The membership that creates the model and, by default, pays for the training. Limits: a UUID. Replaces. */
  membershipIdentifier: Input<string>;
  /** Name of the model. Limits: 1 to 63 characters, not only white space, no line break, no emoji. Default: the logical name with a hash and, if that name is taken, a number. Replaces; to leave it out later does not. */
  name?: Input<string | undefined>;
  /** ARN of the associated algorithm to train with; any member of the collaboration may own it. Limits: 20 to 2048 characters. Replaces. */
  configuredModelAlgorithmAssociationArn: Input<string>;
  /** Parameters of the algorithm; numbers and booleans are sent as text. Everyone who may read the model can read them. Limits: 100 entries; keys of 1 to 256, values of 1 to 2500 characters. Replaces. */
  hyperparameters?: Input<Record<string, TextInput> | undefined>;
  /** Environment variables of the container; numbers and booleans are sent as text. Everyone who may read the model can read them. Limits: 100 entries; keys `[a-zA-Z_][a-zA-Z0-9_]*`, values of 1 to 512 characters. Replaces. */
  environment?: Input<Record<string, TextInput> | undefined>;
  /** The instances that train. Replaces. */
  resourceConfig: Input<ResourceConfigArgs>;
  /** When the service ends the training by itself. Default: see `maxRuntimeInSeconds`. Replaces. */
  stoppingCondition?: Input<StoppingConditionArgs | undefined>;
  /** The source model, from which the training goes on. Limits: exactly one, and 20 channels in all. Replaces. */
  incrementalTrainingDataChannels?: Input<Input<IncrementalTrainingDataChannelArgs>[] | undefined>;
  /** The training data. Limits: 1 to 20, and 20 channels in all; their order does not matter. Replaces. */
  dataChannels: Input<Input<DataChannelArgs>[]>;
  /** How the data reaches the container. Limits: `File`, `FastFile`, `Pipe`. Default: not documented by AWS; the package takes it to be `File`. Replaces. */
  trainingInputMode?: Input<TrainingInputMode | undefined>;
  /** Description of the model. Limits: 255 characters, no emoji. Default: none. Replaces: AWS has no operation that changes it. */
  description?: Input<string | undefined>;
  /** ARN of the KMS key that encrypts the model and its data. Limits: the ARN of a key, not of an alias. Default: a key of AWS. Replaces. */
  kmsKeyArn?: Input<string | undefined>;
  /** Tags of the model. `aws:defaultTags` are added; if both have a key, the value here is used. Limits: 50; keys of 1 to 128 characters that do not begin with `aws:` or `cleanroomsml:`, values up to 256 characters. Updated in place; the package changes only keys that the program sets. */
  tags?: Input<Record<string, Input<string>> | undefined>;
  /** Account of the member that pays for the training; it must be a payer candidate of the collaboration. Limits: 12 digits. Default: the collaboration's. Replaces. */
  mlModelTrainingPayerAccountId?: Input<string | undefined>;
  /** AWS region to train in. Default: `cleanroomsml:region`, `aws:region`, AWS_REGION, the profile. Replaces when it differs from the region in the state. */
  region?: Input<string | undefined>;
  /** A model that exists and is taken over, so that nothing is trained; `pulumi import` needs the provider plugin. While `adopt` is set, `pulumi destroy` leaves the model in AWS. Remove `adopt` and run `pulumi up`, and the model belongs to the stack: a destroy then deletes it. Never replaces. */
  adopt?: Input<AdoptArgs | undefined>;
  /** The most instance-hours (instances times the longest run time) that a training of this model may use; `pulumi preview` refuses more. It overrides the stack's limit, whether it is higher or lower. Limits: above 0. Default: `cleanroomsml:maxInstanceHours`; without that, no limit. Never replaces. */
  maxInstanceHours?: Input<number | undefined>;
}

/** The inputs of a TrainedModel. */
export interface TrainedModelArgs extends TrainingJobArgs {
  /** Whether `pulumi up` waits until the model is ACTIVE. With `false`, a replaced model is deleted as soon as the service has accepted the new training. Default: true. Never replaces. */
  wait?: Input<boolean | undefined>;
}
