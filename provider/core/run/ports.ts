import type {
  CancelTrainedModelRequest,
  CreateTrainedModelRequest,
  CreateTrainedModelResponse,
  DeleteTrainedModelOutputRequest,
  GetTrainedModelRequest,
  GetTrainedModelResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  TrainedModelSummary,
  UntagResourceRequest,
} from "../../service/shapes";

/**
 * Clean Rooms ML as the rules call it. Every failure is a `ServiceError` (`service-error.ts`).
 *
 * `createTrainedModel` sends exactly one request per call; every other call repeats what is safe to repeat.
 */
export interface Service {
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
  tagResource(request: TagResourceRequest, signal: AbortSignal): Promise<void>;
  untagResource(request: UntagResourceRequest, signal: AbortSignal): Promise<void>;
  listTagsForResource(request: ListTagsForResourceRequest, signal: AbortSignal): Promise<ListTagsForResourceResponse>;
}

/** Time, as the rules see it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A number in [0, 1). */
  random(): number;
}

/** The Pulumi engine that asked for the work, as far as the rules need it. */
export interface Engine {
  /** Whether the engine still answers at its address. An orphan must spend nothing. */
  isAlive(): Promise<boolean>;
  /** Shows `message` on the resource's row while it runs. Never fails. */
  status(urn: string, message: string): void;
  /** Prints a line that stays, on the resource's row. Never fails. */
  log(severity: "debug" | "info" | "warning", urn: string, message: string): void;
}
