import type {
  CancelTrainedModelRequest,
  CreateMLInputChannelRequest,
  CreateMLInputChannelResponse,
  CreateTrainedModelRequest,
  CreateTrainedModelResponse,
  DeleteMLConfigurationRequest,
  DeleteMLInputChannelDataRequest,
  DeleteTrainedModelOutputRequest,
  GetMLConfigurationRequest,
  GetMLConfigurationResponse,
  GetMLInputChannelRequest,
  GetMLInputChannelResponse,
  GetTrainedModelRequest,
  GetTrainedModelResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  MLInputChannelSummary,
  PutMLConfigurationRequest,
  TagResourceRequest,
  TrainedModelSummary,
  UntagResourceRequest,
} from "./shapes";

/**
 * Clean Rooms ML as the rules call it; each resource adds the operations of its own. Every failure is a `ServiceError`
 * (core/errors/service-error.ts).
 */
export interface Service extends MLConfigurationOperations, MLInputChannelOperations, TrainedModelOperations, TagOperations {}

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
  deleteMLInputChannelData(request: DeleteMLInputChannelDataRequest, signal: AbortSignal): Promise<void>;
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
