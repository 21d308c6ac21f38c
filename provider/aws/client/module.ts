import type * as shapes from "../../service/shapes";
import type { CleanRoomsMLClientConfig } from "./runtime";

/** What goes out and what comes back, by operation. */
export interface Operations {
  CreateTrainedModel: [shapes.CreateTrainedModelRequest, shapes.CreateTrainedModelResponse];
  GetTrainedModel: [shapes.GetTrainedModelRequest, shapes.GetTrainedModelResponse];
  ListTrainedModels: [shapes.ListTrainedModelsRequest, shapes.ListTrainedModelsResponse];
  ListTrainedModelVersions: [shapes.ListTrainedModelVersionsRequest, shapes.ListTrainedModelVersionsResponse];
  CancelTrainedModel: [shapes.CancelTrainedModelRequest, object];
  DeleteTrainedModelOutput: [shapes.DeleteTrainedModelOutputRequest, object];
  TagResource: [shapes.TagResourceRequest, object];
  UntagResource: [shapes.UntagResourceRequest, object];
  ListTagsForResource: [shapes.ListTagsForResourceRequest, shapes.ListTagsForResourceResponse];
}

/** The name of an operation that this package uses. */
export type OperationName = keyof Operations;

const names: Record<OperationName, true> = {
  CreateTrainedModel: true,
  GetTrainedModel: true,
  ListTrainedModels: true,
  ListTrainedModelVersions: true,
  CancelTrainedModel: true,
  DeleteTrainedModelOutput: true,
  TagResource: true,
  UntagResource: true,
  ListTagsForResource: true,
};

/** All of them. */
export const operationNames = Object.keys(names) as OperationName[];

/** A client's settings, and one that the generated clients have besides. */
export type ClientConfig = CleanRoomsMLClientConfig & { ignoreConfiguredEndpointUrls?: boolean };

/** The part of a client that is used; the official one and this package's own both have it. */
export interface Client {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<unknown>;
  /** By how much the clock is wrong, once an answer has told. */
  config?: { systemClockOffset?: number };
}

/** The part of a client module that is used, under AWS's names. */
export type ClientModule = { CleanRoomsMLClient: new (config: ClientConfig) => Client } & {
  [Name in OperationName as `${Name}Command`]: new (
    input: Operations[Name][0],
  ) => object;
};
