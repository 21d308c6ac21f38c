import type { InferenceJobOperations } from "../../service/operations";
import type { CallOperation } from "./call";
import { allPages } from "./pages";

/** The operations on inference jobs. */
export function callsOfInferenceJobs(call: CallOperation): InferenceJobOperations {
  return {
    startTrainedModelInferenceJob: (request, signal) =>
      call("StartTrainedModelInferenceJob", request, signal, "trainedModelInferenceJobArn"),
    getTrainedModelInferenceJob: (request, signal) => call("GetTrainedModelInferenceJob", request, signal, "status"),
    listTrainedModelInferenceJobs: (request, signal) =>
      allPages("ListTrainedModelInferenceJobs", async (page) => {
        const asked = { ...request, ...page };
        const answer = await call("ListTrainedModelInferenceJobs", asked, signal, "trainedModelInferenceJobs");
        return { rows: answer.trainedModelInferenceJobs, nextToken: answer.nextToken };
      }),
    cancelTrainedModelInferenceJob: async (request, signal) =>
      void (await call("CancelTrainedModelInferenceJob", request, signal)),
  };
}
