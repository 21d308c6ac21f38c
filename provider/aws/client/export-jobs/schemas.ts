import type * as shapes from "../../../service/shapes";
import { dateTime, empty, label, list, operation, page, query, structure, text } from "../schema";

const TrainedModelExportOutputConfiguration$ = structure<shapes.TrainedModelExportOutputConfiguration>(
  "TrainedModelExportOutputConfiguration",
  {
    members: list(
      "TrainedModelExportReceiverMembers",
      structure<shapes.TrainedModelExportReceiverMember>("TrainedModelExportReceiverMember", { accountId: text }, {}),
    ),
  },
  {},
);

/** What StartTrainedModelExportJob sends; `load.ts` compares the official client's with it. */
export const StartTrainedModelExportJobRequest$ = structure<shapes.StartTrainedModelExportJobRequest>(
  "StartTrainedModelExportJobRequest",
  {
    name: text,
    trainedModelArn: label,
    membershipIdentifier: label,
    outputConfiguration: TrainedModelExportOutputConfiguration$,
  },
  { trainedModelVersionIdentifier: text, description: text },
);

const CollaborationTrainedModelExportJobSummary$ = structure<shapes.CollaborationTrainedModelExportJobSummary>(
  "CollaborationTrainedModelExportJobSummary",
  {
    createTime: dateTime,
    updateTime: dateTime,
    name: text,
    outputConfiguration: TrainedModelExportOutputConfiguration$,
    status: text,
    creatorAccountId: text,
    trainedModelArn: text,
    membershipIdentifier: text,
    collaborationIdentifier: text,
  },
  {
    statusDetails: structure<shapes.StatusDetails>("StatusDetails", {}, { statusCode: text, message: text }),
    description: text,
    trainedModelVersionIdentifier: text,
  },
);

/** The operations, by name. */
export const exportJobOperations = {
  StartTrainedModelExportJob: operation(
    "StartTrainedModelExportJob",
    ["POST", "/memberships/{membershipIdentifier}/trained-models/{trainedModelArn}/export-jobs"],
    StartTrainedModelExportJobRequest$,
    empty("StartTrainedModelExportJobResponse"),
  ),
  ListCollaborationTrainedModelExportJobs: operation(
    "ListCollaborationTrainedModelExportJobs",
    ["GET", "/collaborations/{collaborationIdentifier}/trained-models/{trainedModelArn}/export-jobs"],
    structure<shapes.ListCollaborationTrainedModelExportJobsRequest>(
      "ListCollaborationTrainedModelExportJobsRequest",
      { collaborationIdentifier: label, trainedModelArn: label },
      { ...page, trainedModelVersionIdentifier: query("trainedModelVersionIdentifier") },
    ),
    structure<shapes.ListCollaborationTrainedModelExportJobsResponse>(
      "ListCollaborationTrainedModelExportJobsResponse",
      {
        collaborationTrainedModelExportJobs: list(
          "CollaborationTrainedModelExportJobList",
          CollaborationTrainedModelExportJobSummary$,
        ),
      },
      { nextToken: text },
    ),
  ),
};
