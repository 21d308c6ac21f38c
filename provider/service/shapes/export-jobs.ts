import type { StatusDetails } from "./common";

/** Every status that the service model knows. A newer one may still come over the wire. */
export type TrainedModelExportJobStatus = "CREATE_PENDING" | "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "ACTIVE";

export interface StartTrainedModelExportJobRequest {
  name: string;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
  membershipIdentifier: string;
  outputConfiguration: TrainedModelExportOutputConfiguration;
  description?: string | undefined;
}

export interface ListCollaborationTrainedModelExportJobsRequest {
  collaborationIdentifier: string;
  trainedModelArn: string;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
  trainedModelVersionIdentifier?: string | undefined;
}

export interface ListCollaborationTrainedModelExportJobsResponse {
  nextToken?: string | undefined;
  collaborationTrainedModelExportJobs: CollaborationTrainedModelExportJobSummary[];
}

/** All that there is of an export job: it has no ARN, and no operation gets one. */
export interface CollaborationTrainedModelExportJobSummary {
  createTime: Date;
  updateTime: Date;
  name: string;
  outputConfiguration: TrainedModelExportOutputConfiguration;
  status: TrainedModelExportJobStatus;
  statusDetails?: StatusDetails | undefined;
  description?: string | undefined;
  creatorAccountId: string;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
  membershipIdentifier: string;
  collaborationIdentifier: string;
}

export interface TrainedModelExportOutputConfiguration {
  members: TrainedModelExportReceiverMember[];
}

export interface TrainedModelExportReceiverMember {
  accountId: string;
}
