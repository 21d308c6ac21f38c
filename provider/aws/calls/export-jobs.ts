import type { ExportJobOperations } from "../../service/operations";
import type { CallOperation } from "./call";
import { allPages } from "./pages";

/** The operations on export jobs. */
export function callsOfExportJobs(call: CallOperation): ExportJobOperations {
  return {
    startTrainedModelExportJob: async (request, signal) => void (await call("StartTrainedModelExportJob", request, signal)),
    listCollaborationTrainedModelExportJobs: (request, signal) =>
      allPages("ListCollaborationTrainedModelExportJobs", async (page) => {
        const asked = { ...request, ...page };
        const essential = "collaborationTrainedModelExportJobs";
        const answer = await call("ListCollaborationTrainedModelExportJobs", asked, signal, essential);
        return { rows: answer[essential], nextToken: answer.nextToken };
      }),
  };
}
