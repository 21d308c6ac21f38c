import type { TrainedModelOperations } from "../../service/operations";
import type { CallOperation } from "./call";
import { withoutFirstVersion } from "./first-version";
import { allPages } from "./pages";

/** The operations on trained models. */
export function callsOfTrainedModels(call: CallOperation): TrainedModelOperations {
  return {
    createTrainedModel: async (request, signal) =>
      withoutFirstVersion(await call("CreateTrainedModel", request, signal, "trainedModelArn")),
    getTrainedModel: async (request, signal) => withoutFirstVersion(await call("GetTrainedModel", request, signal, "status")),
    listTrainedModels: (membershipIdentifier, signal) =>
      allPages("ListTrainedModels", async (page) => {
        const answer = await call("ListTrainedModels", { membershipIdentifier, ...page }, signal, "trainedModels");
        return { rows: answer.trainedModels.map(withoutFirstVersion), nextToken: answer.nextToken };
      }),
    listTrainedModelVersions: (request, signal) =>
      allPages("ListTrainedModelVersions", async (page) => {
        const answer = await call("ListTrainedModelVersions", { ...request, ...page }, signal, "trainedModels");
        return { rows: answer.trainedModels.map(withoutFirstVersion), nextToken: answer.nextToken };
      }),
    cancelTrainedModel: async (request, signal) => void (await call("CancelTrainedModel", request, signal)),
    deleteTrainedModelOutput: async (request, signal) => void (await call("DeleteTrainedModelOutput", request, signal)),
  };
}
