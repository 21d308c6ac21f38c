import type {
  CancelTrainedModelInferenceJobRequest,
  CancelTrainedModelRequest,
  CollaborationMLInputChannelSummary,
  CollaborationTrainedModelExportJobSummary,
  CreateMLInputChannelRequest,
  CreateMLInputChannelResponse,
  CreateTrainedModelRequest,
  CreateTrainedModelResponse,
  DeleteMLConfigurationRequest,
  DeleteMLInputChannelDataRequest,
  DeleteTrainedModelOutputRequest,
  GetCollaborationMLInputChannelRequest,
  GetCollaborationMLInputChannelResponse,
  GetMLConfigurationRequest,
  GetMLConfigurationResponse,
  GetMLInputChannelRequest,
  GetMLInputChannelResponse,
  GetTrainedModelInferenceJobRequest,
  GetTrainedModelInferenceJobResponse,
  GetTrainedModelRequest,
  GetTrainedModelResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  MLInputChannelSummary,
  PutMLConfigurationRequest,
  StartTrainedModelExportJobRequest,
  StartTrainedModelInferenceJobRequest,
  StartTrainedModelInferenceJobResponse,
  TagResourceRequest,
  TrainedModelInferenceJobSummary,
  TrainedModelSummary,
  UntagResourceRequest,
} from "./shapes";

/**
 * Clean Rooms ML as the rules call it; each resource adds the operations of its own. Every failure is a `ServiceError`
 * (core/errors/service-error.ts).
 */
export interface Service
  extends MLConfigurationOperations,
    MLInputChannelOperations,
    TrainedModelOperations,
    InferenceJobOperations,
    ExportJobOperations,
    TagOperations {}

/** `createTrainedModel` sends exactly one request per call; every other call repeats what is safe to repeat. */
export interface TrainedModelOperations {
  createTrainedModel(request: CreateTrainedModelRequest, signal: AbortSignal): Promise<CreateTrainedModelResponse>;
  getTrainedModel(request: GetTrainedModelRequest, signal: AbortSignal): Promise<GetTrainedModelResponse>;
  /** Every page of ListTrainedModels. */
  listTrainedModels(membershipIdentifier: string, signal: AbortSignal): Promise<TrainedModelSummary[]>;
  /** Every page of ListTrainedModelVersions. */
  listTrainedModelVersions(
    request: { membershipIdentifier: string; trainedModelArn: string },
    signal: AbortSignal,
  ): Promise<TrainedModelSummary[]>;
  cancelTrainedModel(request: CancelTrainedModelRequest, signal: AbortSignal): Promise<void>;
  deleteTrainedModelOutput(request: DeleteTrainedModelOutputRequest, signal: AbortSignal): Promise<void>;
}

/** `createMLInputChannel` sends exactly one request per call; every other call repeats what is safe to repeat. */
export interface MLInputChannelOperations {
  createMLInputChannel(request: CreateMLInputChannelRequest, signal: AbortSignal): Promise<CreateMLInputChannelResponse>;
  getMLInputChannel(request: GetMLInputChannelRequest, signal: AbortSignal): Promise<GetMLInputChannelResponse>;
  /** Every page of ListMLInputChannels. */
  listMLInputChannels(membershipIdentifier: string, signal: AbortSignal): Promise<MLInputChannelSummary[]>;
  /** As every member of the collaboration may see it. */
  getCollaborationMLInputChannel(
    request: GetCollaborationMLInputChannelRequest,
    signal: AbortSignal,
  ): Promise<GetCollaborationMLInputChannelResponse>;
  /** Every page of ListCollaborationMLInputChannels. */
  listCollaborationMLInputChannels(
    collaborationIdentifier: string,
    signal: AbortSignal,
  ): Promise<CollaborationMLInputChannelSummary[]>;
  deleteMLInputChannelData(request: DeleteMLInputChannelDataRequest, signal: AbortSignal): Promise<void>;
}

/** `startTrainedModelInferenceJob` sends exactly one request per call; every other call repeats what is safe to repeat. */
export interface InferenceJobOperations {
  startTrainedModelInferenceJob(
    request: StartTrainedModelInferenceJobRequest,
    signal: AbortSignal,
  ): Promise<StartTrainedModelInferenceJobResponse>;
  getTrainedModelInferenceJob(
    request: GetTrainedModelInferenceJobRequest,
    signal: AbortSignal,
  ): Promise<GetTrainedModelInferenceJobResponse>;
  /** Every page of ListTrainedModelInferenceJobs: those of a model, or all of the membership. */
  listTrainedModelInferenceJobs(
    request: { membershipIdentifier: string; trainedModelArn?: string; trainedModelVersionIdentifier?: string },
    signal: AbortSignal,
  ): Promise<TrainedModelInferenceJobSummary[]>;
  cancelTrainedModelInferenceJob(request: CancelTrainedModelInferenceJobRequest, signal: AbortSignal): Promise<void>;
}

/** `startTrainedModelExportJob` sends exactly one request per call, and its answer names nothing. */
export interface ExportJobOperations {
  startTrainedModelExportJob(request: StartTrainedModelExportJobRequest, signal: AbortSignal): Promise<void>;
  /** Every page of ListCollaborationTrainedModelExportJobs: those of a model, or of one version of it. */
  listCollaborationTrainedModelExportJobs(
    request: { collaborationIdentifier: string; trainedModelArn: string; trainedModelVersionIdentifier?: string },
    signal: AbortSignal,
  ): Promise<CollaborationTrainedModelExportJobSummary[]>;
}

/** The ML configuration of a membership; each call may be repeated. */
export interface MLConfigurationOperations {
  putMLConfiguration(request: PutMLConfigurationRequest, signal: AbortSignal): Promise<void>;
  getMLConfiguration(request: GetMLConfigurationRequest, signal: AbortSignal): Promise<GetMLConfigurationResponse>;
  deleteMLConfiguration(request: DeleteMLConfigurationRequest, signal: AbortSignal): Promise<void>;
}

/** The tags of anything that has an ARN. */
export interface TagOperations {
  tagResource(request: TagResourceRequest, signal: AbortSignal): Promise<void>;
  untagResource(request: UntagResourceRequest, signal: AbortSignal): Promise<void>;
  listTagsForResource(request: ListTagsForResourceRequest, signal: AbortSignal): Promise<ListTagsForResourceResponse>;
}
