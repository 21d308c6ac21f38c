import type { StatusDetails } from "./common";

/** Every status that the service model knows. A newer one may still come over the wire. */
export type TrainedModelStatus =
  | "CREATE_PENDING"
  | "CREATE_IN_PROGRESS"
  | "CREATE_FAILED"
  | "ACTIVE"
  | "DELETE_PENDING"
  | "DELETE_IN_PROGRESS"
  | "DELETE_FAILED"
  | "INACTIVE"
  | "CANCEL_PENDING"
  | "CANCEL_IN_PROGRESS"
  | "CANCEL_FAILED";

/** How the training data reaches the container. */
export type TrainingInputMode = "File" | "FastFile" | "Pipe";

/** How the objects of a channel are spread over the training instances. */
export type S3DataDistributionType = "FullyReplicated" | "ShardedByS3Key";

/** Whether logs or metrics of the training were published. */
export type PublishStatus = "PUBLISH_SUCCEEDED" | "PUBLISH_FAILED";

export interface ResourceConfig {
  instanceCount?: number | undefined;
  instanceType: string;
  volumeSizeInGB: number;
}

export interface StoppingCondition {
  maxRuntimeInSeconds?: number | undefined;
}

export interface ModelTrainingDataChannel {
  mlInputChannelArn: string;
  channelName: string;
  s3DataDistributionType?: S3DataDistributionType | undefined;
}

export interface IncrementalTrainingDataChannel {
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
  channelName: string;
}

export interface IncrementalTrainingDataChannelOutput {
  channelName: string;
  versionIdentifier?: string | undefined;
  modelName: string;
}

export interface CreateTrainedModelRequest {
  membershipIdentifier: string;
  name: string;
  configuredModelAlgorithmAssociationArn: string;
  hyperparameters?: Record<string, string> | undefined;
  environment?: Record<string, string> | undefined;
  resourceConfig: ResourceConfig;
  stoppingCondition?: StoppingCondition | undefined;
  incrementalTrainingDataChannels?: IncrementalTrainingDataChannel[] | undefined;
  dataChannels: ModelTrainingDataChannel[];
  trainingInputMode?: TrainingInputMode | undefined;
  description?: string | undefined;
  kmsKeyArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  mlModelTrainingPayerAccountId?: string | undefined;
}

export interface CreateTrainedModelResponse {
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
}

/** What addresses one version of one model; without a version the meaning differs by operation. */
export interface GetTrainedModelRequest {
  trainedModelArn: string;
  membershipIdentifier: string;
  versionIdentifier?: string | undefined;
}

export interface GetTrainedModelResponse {
  membershipIdentifier: string;
  collaborationIdentifier: string;
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
  incrementalTrainingDataChannels?: IncrementalTrainingDataChannelOutput[] | undefined;
  name: string;
  description?: string | undefined;
  status: TrainedModelStatus;
  statusDetails?: StatusDetails | undefined;
  configuredModelAlgorithmAssociationArn: string;
  resourceConfig?: ResourceConfig | undefined;
  trainingInputMode?: TrainingInputMode | undefined;
  stoppingCondition?: StoppingCondition | undefined;
  metricsStatus?: PublishStatus | undefined;
  metricsStatusDetails?: string | undefined;
  logsStatus?: PublishStatus | undefined;
  logsStatusDetails?: string | undefined;
  trainingContainerImageDigest?: string | undefined;
  mlModelTrainingPayerAccountId?: string | undefined;
  createTime: Date;
  updateTime: Date;
  hyperparameters?: Record<string, string> | undefined;
  environment?: Record<string, string> | undefined;
  kmsKeyArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  dataChannels: ModelTrainingDataChannel[];
}

export interface TrainedModelSummary {
  createTime: Date;
  updateTime: Date;
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
  incrementalTrainingDataChannels?: IncrementalTrainingDataChannelOutput[] | undefined;
  name: string;
  description?: string | undefined;
  membershipIdentifier: string;
  collaborationIdentifier: string;
  status: TrainedModelStatus;
  configuredModelAlgorithmAssociationArn: string;
  mlModelTrainingPayerAccountId?: string | undefined;
}

export interface ListTrainedModelsRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
  membershipIdentifier: string;
}

export interface ListTrainedModelsResponse {
  nextToken?: string | undefined;
  trainedModels: TrainedModelSummary[];
}

export interface ListTrainedModelVersionsRequest extends ListTrainedModelsRequest {
  trainedModelArn: string;
  status?: TrainedModelStatus | undefined;
}

export type ListTrainedModelVersionsResponse = ListTrainedModelsResponse;

export type CancelTrainedModelRequest = GetTrainedModelRequest;

export type DeleteTrainedModelOutputRequest = GetTrainedModelRequest;
