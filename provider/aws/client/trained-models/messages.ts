import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on trained models. */
export interface TrainedModelMessages {
  CreateTrainedModel: [shapes.CreateTrainedModelRequest, shapes.CreateTrainedModelResponse];
  GetTrainedModel: [shapes.GetTrainedModelRequest, shapes.GetTrainedModelResponse];
  ListTrainedModels: [shapes.ListTrainedModelsRequest, shapes.ListTrainedModelsResponse];
  ListTrainedModelVersions: [shapes.ListTrainedModelVersionsRequest, shapes.ListTrainedModelVersionsResponse];
  CancelTrainedModel: [shapes.CancelTrainedModelRequest, object];
  DeleteTrainedModelOutput: [shapes.DeleteTrainedModelOutputRequest, object];
}

export const trainedModelSending: Record<keyof TrainedModelMessages, Sending> = {
  CreateTrainedModel: "once",
  GetTrainedModel: "repeated",
  ListTrainedModels: "repeated",
  ListTrainedModelVersions: "repeated",
  CancelTrainedModel: "repeated",
  DeleteTrainedModelOutput: "repeated",
};
