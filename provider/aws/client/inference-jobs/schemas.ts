import type * as shapes from "../../../service/shapes";
import { dateTime, empty, label, list, mapOfText, number, operation, page, query, structure, text } from "../schema";

const InferenceResourceConfig$ = structure<shapes.InferenceResourceConfig>(
  "InferenceResourceConfig",
  { instanceType: text },
  { instanceCount: number },
);

const InferenceOutputConfiguration$ = structure<shapes.InferenceOutputConfiguration>(
  "InferenceOutputConfiguration",
  {
    members: list(
      "InferenceReceiverMembers",
      structure<shapes.InferenceReceiverMember>("InferenceReceiverMember", { accountId: text }, {}),
    ),
  },
  { accept: text },
);

const ModelInferenceDataSource$ = structure<shapes.ModelInferenceDataSource>(
  "ModelInferenceDataSource",
  { mlInputChannelArn: text },
  {},
);

const InferenceContainerExecutionParameters$ = structure<shapes.InferenceContainerExecutionParameters>(
  "InferenceContainerExecutionParameters",
  {},
  { maxPayloadInMB: number },
);

/** What StartTrainedModelInferenceJob sends; `load.ts` compares the official client's with it. */
export const StartTrainedModelInferenceJobRequest$ = structure<shapes.StartTrainedModelInferenceJobRequest>(
  "StartTrainedModelInferenceJobRequest",
  {
    membershipIdentifier: label,
    name: text,
    trainedModelArn: text,
    resourceConfig: InferenceResourceConfig$,
    outputConfiguration: InferenceOutputConfiguration$,
    dataSource: ModelInferenceDataSource$,
  },
  {
    trainedModelVersionIdentifier: text,
    configuredModelAlgorithmAssociationArn: text,
    description: text,
    containerExecutionParameters: InferenceContainerExecutionParameters$,
    environment: mapOfText,
    kmsKeyArn: text,
    tags: mapOfText,
    mlModelInferencePayerAccountId: text,
  },
);

const StartTrainedModelInferenceJobResponse$ = structure<shapes.StartTrainedModelInferenceJobResponse>(
  "StartTrainedModelInferenceJobResponse",
  { trainedModelInferenceJobArn: text },
  {},
);

const addressing = (name: string) =>
  structure<shapes.GetTrainedModelInferenceJobRequest>(
    name,
    { membershipIdentifier: label, trainedModelInferenceJobArn: label },
    {},
  );

const GetTrainedModelInferenceJobResponse$ = structure<shapes.GetTrainedModelInferenceJobResponse>(
  "GetTrainedModelInferenceJobResponse",
  {
    createTime: dateTime,
    updateTime: dateTime,
    trainedModelInferenceJobArn: text,
    name: text,
    status: text,
    trainedModelArn: text,
    resourceConfig: InferenceResourceConfig$,
    outputConfiguration: InferenceOutputConfiguration$,
    membershipIdentifier: text,
    dataSource: ModelInferenceDataSource$,
  },
  {
    configuredModelAlgorithmAssociationArn: text,
    trainedModelVersionIdentifier: text,
    containerExecutionParameters: InferenceContainerExecutionParameters$,
    statusDetails: structure<shapes.StatusDetails>("StatusDetails", {}, { statusCode: text, message: text }),
    description: text,
    inferenceContainerImageDigest: text,
    environment: mapOfText,
    kmsKeyArn: text,
    metricsStatus: text,
    metricsStatusDetails: text,
    logsStatus: text,
    logsStatusDetails: text,
    tags: mapOfText,
    mlModelInferencePayerAccountId: text,
  },
);

const TrainedModelInferenceJobSummary$ = structure<shapes.TrainedModelInferenceJobSummary>(
  "TrainedModelInferenceJobSummary",
  {
    trainedModelInferenceJobArn: text,
    membershipIdentifier: text,
    trainedModelArn: text,
    collaborationIdentifier: text,
    status: text,
    outputConfiguration: InferenceOutputConfiguration$,
    name: text,
    createTime: dateTime,
    updateTime: dateTime,
  },
  {
    configuredModelAlgorithmAssociationArn: text,
    trainedModelVersionIdentifier: text,
    description: text,
    metricsStatus: text,
    metricsStatusDetails: text,
    logsStatus: text,
    logsStatusDetails: text,
    mlModelInferencePayerAccountId: text,
  },
);

const jobs = "/memberships/{membershipIdentifier}/trained-model-inference-jobs";
const job = `${jobs}/{trainedModelInferenceJobArn}`;

/** The operations, by name. */
export const inferenceJobOperations = {
  StartTrainedModelInferenceJob: operation(
    "StartTrainedModelInferenceJob",
    ["POST", jobs],
    StartTrainedModelInferenceJobRequest$,
    StartTrainedModelInferenceJobResponse$,
  ),
  GetTrainedModelInferenceJob: operation(
    "GetTrainedModelInferenceJob",
    ["GET", job],
    addressing("GetTrainedModelInferenceJobRequest"),
    GetTrainedModelInferenceJobResponse$,
  ),
  ListTrainedModelInferenceJobs: operation(
    "ListTrainedModelInferenceJobs",
    ["GET", jobs],
    structure<shapes.ListTrainedModelInferenceJobsRequest>(
      "ListTrainedModelInferenceJobsRequest",
      { membershipIdentifier: label },
      {
        ...page,
        trainedModelArn: query("trainedModelArn"),
        trainedModelVersionIdentifier: query("trainedModelVersionIdentifier"),
      },
    ),
    structure<shapes.ListTrainedModelInferenceJobsResponse>(
      "ListTrainedModelInferenceJobsResponse",
      { trainedModelInferenceJobs: list("TrainedModelInferenceJobList", TrainedModelInferenceJobSummary$) },
      { nextToken: text },
    ),
  ),
  CancelTrainedModelInferenceJob: operation(
    "CancelTrainedModelInferenceJob",
    ["PATCH", job],
    addressing("CancelTrainedModelInferenceJobRequest"),
    empty("CancelTrainedModelInferenceJobResponse"),
  ),
};
