import type { Output } from "@pulumi/pulumi";
import type { Open, PublishStatus, S3DataDistributionType, TrainedModelStatus, TrainingInputMode } from "../../service/shapes";
import type { InstanceType } from "./args";

/** The instances that trained a model. */
export interface ResourceConfig {
  instanceType: InstanceType;
  volumeSizeInGB: number;
  instanceCount?: number;
}

/** When the service ends a training by itself. */
export interface StoppingCondition {
  maxRuntimeInSeconds?: number;
}

/** One source of training data. */
export interface DataChannel {
  mlInputChannelArn: string;
  channelName: string;
  s3DataDistributionType?: S3DataDistributionType;
}

/** The source model of a model. */
export interface IncrementalTrainingDataChannel {
  /** ARN of the source model. AWS does not return it, so it is missing if the model was looked up. */
  trainedModelArn: string;
  versionIdentifier?: string;
  channelName: string;
  /** Name of the source model in the service. If you pass the output to another model as an input, this member is ignored. */
  modelName?: string;
}

/** What the service says about the end of a training. */
export interface StatusDetails {
  /** A code for programs. AWS does not change the codes of existing conditions. */
  statusCode?: string;
  /** A message for people. AWS may change it at any time. */
  message?: string;
}

/** The outputs that are known as soon as the service has accepted the training. */
export interface TrainingJobOutputs {
  /** The membership that created the model. */
  readonly membershipIdentifier: Output<string>;
  /** Name of the model: the input, or the name that the package chose. */
  readonly name: Output<string>;
  /** ARN of the algorithm that trains the model. */
  readonly configuredModelAlgorithmAssociationArn: Output<string>;
  /** Parameters of the algorithm, as text. */
  readonly hyperparameters: Output<Record<string, string> | undefined>;
  /** Environment variables of the container, as text. */
  readonly environment: Output<Record<string, string> | undefined>;
  /** The instances that train. */
  readonly resourceConfig: Output<ResourceConfig>;
  /** When the service ends the training by itself. */
  readonly stoppingCondition: Output<StoppingCondition | undefined>;
  /** The source model, with its name. */
  readonly incrementalTrainingDataChannels: Output<IncrementalTrainingDataChannel[] | undefined>;
  /** The training data. */
  readonly dataChannels: Output<DataChannel[]>;
  /** How the data reaches the container. */
  readonly trainingInputMode: Output<TrainingInputMode | undefined>;
  /** Description of the model. */
  readonly description: Output<string | undefined>;
  /** ARN of the KMS key that encrypts the model and its data. */
  readonly kmsKeyArn: Output<string | undefined>;
  /** The tags that the program sets. */
  readonly tags: Output<Record<string, string> | undefined>;
  /** Account that pays for the training. */
  readonly mlModelTrainingPayerAccountId: Output<string | undefined>;
  /** AWS region of the model. */
  readonly region: Output<string>;
  /** The collaboration that the membership belongs to. */
  readonly collaborationIdentifier: Output<string | undefined>;
  /** When the service accepted the training, in ISO 8601. */
  readonly createTime: Output<string | undefined>;
}

/** The outputs that the training decides. */
export interface TrainingWaiterOutputs {
  /** Status in the service. After a successful `pulumi up` it is `ACTIVE`, unless `wait` is false. */
  readonly status: Output<Open<TrainedModelStatus>>;
  /** How the training ended, in the words of the service. */
  readonly statusDetails: Output<StatusDetails | undefined>;
  /** Whether the logs were published: `PUBLISH_SUCCEEDED` or `PUBLISH_FAILED`. */
  readonly logsStatus: Output<Open<PublishStatus> | undefined>;
  /** Why the logs were not published. */
  readonly logsStatusDetails: Output<string | undefined>;
  /** Whether the metrics were published: `PUBLISH_SUCCEEDED` or `PUBLISH_FAILED`. */
  readonly metricsStatus: Output<Open<PublishStatus> | undefined>;
  /** Why the metrics were not published. */
  readonly metricsStatusDetails: Output<string | undefined>;
  /** Digest of the container image that trained the model. */
  readonly trainingContainerImageDigest: Output<string | undefined>;
  /** When the service last changed the model, in ISO 8601. */
  readonly updateTime: Output<string | undefined>;
}

/** The outputs of a TrainedModel: every member of GetTrainedModel. */
export interface TrainedModelOutputs extends TrainingJobOutputs, TrainingWaiterOutputs {
  /** ARN of the model, known when the model is ACTIVE. */
  readonly trainedModelArn: Output<string>;
  /** Version of the model; the first version has no identifier. */
  readonly versionIdentifier: Output<string | undefined>;
  /** ARN and version together. Spread it into `incrementalTrainingDataChannels`, or export it for another stack. */
  readonly ref: { readonly trainedModelArn: Output<string>; readonly versionIdentifier: Output<string | undefined> };
}
