import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on inference jobs. */
export interface InferenceJobMessages {
  StartTrainedModelInferenceJob: [shapes.StartTrainedModelInferenceJobRequest, shapes.StartTrainedModelInferenceJobResponse];
  GetTrainedModelInferenceJob: [shapes.GetTrainedModelInferenceJobRequest, shapes.GetTrainedModelInferenceJobResponse];
  ListTrainedModelInferenceJobs: [shapes.ListTrainedModelInferenceJobsRequest, shapes.ListTrainedModelInferenceJobsResponse];
  CancelTrainedModelInferenceJob: [shapes.CancelTrainedModelInferenceJobRequest, object];
}

export const inferenceJobSending: Record<keyof InferenceJobMessages, Sending> = {
  StartTrainedModelInferenceJob: "once",
  GetTrainedModelInferenceJob: "repeated",
  ListTrainedModelInferenceJobs: "repeated",
  CancelTrainedModelInferenceJob: "repeated",
};
