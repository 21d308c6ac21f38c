import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on export jobs. */
export interface ExportJobMessages {
  StartTrainedModelExportJob: [shapes.StartTrainedModelExportJobRequest, object];
  ListCollaborationTrainedModelExportJobs: [
    shapes.ListCollaborationTrainedModelExportJobsRequest,
    shapes.ListCollaborationTrainedModelExportJobsResponse,
  ];
}

export const exportJobSending: Record<keyof ExportJobMessages, Sending> = {
  StartTrainedModelExportJob: "once",
  ListCollaborationTrainedModelExportJobs: "repeated",
};
