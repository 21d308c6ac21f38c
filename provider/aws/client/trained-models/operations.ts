import type * as shapes from "../../../service/shapes";

/** What goes out and what comes back, by operation on trained models. */
export interface TrainedModelOperations {
  CreateTrainedModel: [shapes.CreateTrainedModelRequest, shapes.CreateTrainedModelResponse];
  GetTrainedModel: [shapes.GetTrainedModelRequest, shapes.GetTrainedModelResponse];
  ListTrainedModels: [shapes.ListTrainedModelsRequest, shapes.ListTrainedModelsResponse];
  ListTrainedModelVersions: [shapes.ListTrainedModelVersionsRequest, shapes.ListTrainedModelVersionsResponse];
  CancelTrainedModel: [shapes.CancelTrainedModelRequest, object];
  DeleteTrainedModelOutput: [shapes.DeleteTrainedModelOutputRequest, object];
}

/** Their names, all of them. */
export const trainedModelOperationNames: Record<keyof TrainedModelOperations, true> = {
  CreateTrainedModel: true,
  GetTrainedModel: true,
  ListTrainedModels: true,
  ListTrainedModelVersions: true,
  CancelTrainedModel: true,
  DeleteTrainedModelOutput: true,
};
