import type { StatusDetails } from "./common";
import type { PublishStatus } from "./trained-models";

/** Every status that the service model knows. A newer one may still come over the wire. */
export type TrainedModelInferenceJobStatus =
  | "CREATE_PENDING"
  | "CREATE_IN_PROGRESS"
  | "CREATE_FAILED"
  | "ACTIVE"
  | "CANCEL_PENDING"
  | "CANCEL_IN_PROGRESS"
  | "CANCEL_FAILED"
  | "INACTIVE";

export interface StartTrainedModelInferenceJobRequest {
  membershipIdentifier: string;
  name: string;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
  configuredModelAlgorithmAssociationArn?: string | undefined;
  resourceConfig: InferenceResourceConfig;
  outputConfiguration: InferenceOutputConfiguration;
  dataSource: ModelInferenceDataSource;
  description?: string | undefined;
  containerExecutionParameters?: InferenceContainerExecutionParameters | undefined;
  environment?: Record<string, string> | undefined;
  kmsKeyArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  mlModelInferencePayerAccountId?: string | undefined;
}

export interface StartTrainedModelInferenceJobResponse {
  trainedModelInferenceJobArn: string;
}

/** What addresses one job. */
export interface GetTrainedModelInferenceJobRequest {
  membershipIdentifier: string;
  trainedModelInferenceJobArn: string;
}

export type CancelTrainedModelInferenceJobRequest = GetTrainedModelInferenceJobRequest;

export interface GetTrainedModelInferenceJobResponse {
  createTime: Date;
  updateTime: Date;
  trainedModelInferenceJobArn: string;
  configuredModelAlgorithmAssociationArn?: string | undefined;
  name: string;
  status: TrainedModelInferenceJobStatus;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
  resourceConfig: InferenceResourceConfig;
  outputConfiguration: InferenceOutputConfiguration;
  membershipIdentifier: string;
  dataSource: ModelInferenceDataSource;
  containerExecutionParameters?: InferenceContainerExecutionParameters | undefined;
  statusDetails?: StatusDetails | undefined;
  description?: string | undefined;
  inferenceContainerImageDigest?: string | undefined;
  environment?: Record<string, string> | undefined;
  kmsKeyArn?: string | undefined;
  metricsStatus?: PublishStatus | undefined;
  metricsStatusDetails?: string | undefined;
  logsStatus?: PublishStatus | undefined;
  logsStatusDetails?: string | undefined;
  tags?: Record<string, string> | undefined;
  mlModelInferencePayerAccountId?: string | undefined;
}

export interface ListTrainedModelInferenceJobsRequest {
  membershipIdentifier: string;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
  trainedModelArn?: string | undefined;
  trainedModelVersionIdentifier?: string | undefined;
}

export interface ListTrainedModelInferenceJobsResponse {
  nextToken?: string | undefined;
  trainedModelInferenceJobs: TrainedModelInferenceJobSummary[];
}

export interface TrainedModelInferenceJobSummary {
  trainedModelInferenceJobArn: string;
  configuredModelAlgorithmAssociationArn?: string | undefined;
  membershipIdentifier: string;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
  collaborationIdentifier: string;
  status: TrainedModelInferenceJobStatus;
  outputConfiguration: InferenceOutputConfiguration;
  name: string;
  description?: string | undefined;
  metricsStatus?: PublishStatus | undefined;
  metricsStatusDetails?: string | undefined;
  logsStatus?: PublishStatus | undefined;
  logsStatusDetails?: string | undefined;
  mlModelInferencePayerAccountId?: string | undefined;
  createTime: Date;
  updateTime: Date;
}

export interface InferenceResourceConfig {
  instanceType: string;
  instanceCount?: number | undefined;
}

export interface InferenceOutputConfiguration {
  accept?: string | undefined;
  members: InferenceReceiverMember[];
}

export interface InferenceReceiverMember {
  accountId: string;
}

export interface ModelInferenceDataSource {
  mlInputChannelArn: string;
}

export interface InferenceContainerExecutionParameters {
  maxPayloadInMB?: number | undefined;
}
