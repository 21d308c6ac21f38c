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

/** The model that a model was trained on. */
export interface IncrementalTrainingDataChannel {
  /** ARN of the model. AWS does not give it back: of a model that was looked up it is missing. */
  trainedModelArn: string;
  versionIdentifier?: string;
  channelName: string;
  /** The service's name of it. Given back as an input it is left out. */
  modelName?: string;
}

/** What the service says of how a training ended. */
export interface StatusDetails {
  /** For programs: AWS does not change the codes of existing conditions. */
  statusCode?: string;
  /** For people: may change at any time. */
  message?: string;
}

/** What the service knows of a training as soon as it accepted it. */
export interface TrainingJobOutputs {
  /** The membership that created the model. */
  readonly membershipIdentifier: Output<string>;
  /** The model's name, given or chosen. */
  readonly name: Output<string>;
  /** The algorithm it is trained with. */
  readonly configuredModelAlgorithmAssociationArn: Output<string>;
  /** Parameters of the algorithm, as text. */
  readonly hyperparameters: Output<Record<string, string> | undefined>;
  /** Environment variables of the container, as text. */
  readonly environment: Output<Record<string, string> | undefined>;
  /** The instances that train. */
  readonly resourceConfig: Output<ResourceConfig>;
  /** When the service ends the training by itself. */
  readonly stoppingCondition: Output<StoppingCondition | undefined>;
  /** The model it is trained on top of, with its name. */
  readonly incrementalTrainingDataChannels: Output<IncrementalTrainingDataChannel[] | undefined>;
  /** The training data. */
  readonly dataChannels: Output<DataChannel[]>;
  /** How the data reaches the container. */
  readonly trainingInputMode: Output<TrainingInputMode | undefined>;
  /** Description of the model. */
  readonly description: Output<string | undefined>;
  /** Key that encrypts the model and its data. */
  readonly kmsKeyArn: Output<string | undefined>;
  /** The tags that the program sets. */
  readonly tags: Output<Record<string, string> | undefined>;
  /** Account that pays for the training. */
  readonly mlModelTrainingPayerAccountId: Output<string | undefined>;
  /** AWS region of the model. */
  readonly region: Output<string>;
  /** The collaboration that the membership belongs to. */
  readonly collaborationIdentifier: Output<string | undefined>;
  /** When the training was asked for, ISO 8601. */
  readonly createTime: Output<string | undefined>;
}

/** What only the training decides. */
export interface TrainingWaiterOutputs {
  /** The service's status: `ACTIVE` once `pulumi up` ended well, unless `wait` is false. */
  readonly status: Output<Open<TrainedModelStatus>>;
  /** How the training ended, in the service's words. */
  readonly statusDetails: Output<StatusDetails | undefined>;
  /** Whether the logs were published: `PUBLISH_SUCCEEDED` or `PUBLISH_FAILED`. */
  readonly logsStatus: Output<Open<PublishStatus> | undefined>;
  /** Why the logs were not published. */
  readonly logsStatusDetails: Output<string | undefined>;
  /** Whether the metrics were published: `PUBLISH_SUCCEEDED` or `PUBLISH_FAILED`. */
  readonly metricsStatus: Output<Open<PublishStatus> | undefined>;
  /** Why the metrics were not published. */
  readonly metricsStatusDetails: Output<string | undefined>;
  /** Digest of the container image that trained. */
  readonly trainingContainerImageDigest: Output<string | undefined>;
  /** When the service last changed the model, ISO 8601. */
  readonly updateTime: Output<string | undefined>;
}

/** The outputs of a TrainedModel: every member of GetTrainedModel. */
export interface TrainedModelOutputs extends TrainingJobOutputs, TrainingWaiterOutputs {
  /** ARN of the ACTIVE model. */
  readonly trainedModelArn: Output<string>;
  /** Its version; the base of a model has none. */
  readonly versionIdentifier: Output<string | undefined>;
  /** ARN and version together: spread it into `incrementalTrainingDataChannels`, or export it for another stack. */
  readonly ref: { readonly trainedModelArn: Output<string>; readonly versionIdentifier: Output<string | undefined> };
}
