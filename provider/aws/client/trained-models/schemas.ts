import type * as shapes from "../../../service/shapes";
import { dateTime, label, list, mapOfText, number, operation, page, query, structure, text } from "../schema";

const ResourceConfig$ = structure<shapes.ResourceConfig>(
  "ResourceConfig",
  { instanceType: text, volumeSizeInGB: number },
  { instanceCount: number },
);

const StoppingCondition$ = structure<shapes.StoppingCondition>("StoppingCondition", {}, { maxRuntimeInSeconds: number });

const ModelTrainingDataChannels$ = list(
  "ModelTrainingDataChannels",
  structure<shapes.ModelTrainingDataChannel>(
    "ModelTrainingDataChannel",
    { mlInputChannelArn: text, channelName: text },
    { s3DataDistributionType: text },
  ),
);

const IncrementalTrainingDataChannels$ = list(
  "IncrementalTrainingDataChannels",
  structure<shapes.IncrementalTrainingDataChannel>(
    "IncrementalTrainingDataChannel",
    { trainedModelArn: text, channelName: text },
    { versionIdentifier: text },
  ),
);

const IncrementalTrainingDataChannelsOutput$ = list(
  "IncrementalTrainingDataChannelsOutput",
  structure<shapes.IncrementalTrainingDataChannelOutput>(
    "IncrementalTrainingDataChannelOutput",
    { channelName: text, modelName: text },
    { versionIdentifier: text },
  ),
);

const StatusDetails$ = structure<shapes.StatusDetails>("StatusDetails", {}, { statusCode: text, message: text });

/** What CreateTrainedModel sends; `load.ts` compares the official client's with it. */
export const CreateTrainedModelRequest$ = structure<shapes.CreateTrainedModelRequest>(
  "CreateTrainedModelRequest",
  {
    membershipIdentifier: label,
    name: text,
    configuredModelAlgorithmAssociationArn: text,
    resourceConfig: ResourceConfig$,
    dataChannels: ModelTrainingDataChannels$,
  },
  {
    hyperparameters: mapOfText,
    environment: mapOfText,
    stoppingCondition: StoppingCondition$,
    incrementalTrainingDataChannels: IncrementalTrainingDataChannels$,
    trainingInputMode: text,
    description: text,
    kmsKeyArn: text,
    tags: mapOfText,
    mlModelTrainingPayerAccountId: text,
  },
);

const CreateTrainedModelResponse$ = structure<shapes.CreateTrainedModelResponse>(
  "CreateTrainedModelResponse",
  { trainedModelArn: text },
  { versionIdentifier: text },
);

/** Get, Cancel and Delete address a version in the same way. */
const addressing = (name: string) =>
  structure<shapes.GetTrainedModelRequest>(
    name,
    { trainedModelArn: label, membershipIdentifier: label },
    { versionIdentifier: query("versionIdentifier") },
  );

const GetTrainedModelResponse$ = structure<shapes.GetTrainedModelResponse>(
  "GetTrainedModelResponse",
  {
    membershipIdentifier: text,
    collaborationIdentifier: text,
    trainedModelArn: text,
    name: text,
    status: text,
    configuredModelAlgorithmAssociationArn: text,
    createTime: dateTime,
    updateTime: dateTime,
    dataChannels: ModelTrainingDataChannels$,
  },
  {
    versionIdentifier: text,
    incrementalTrainingDataChannels: IncrementalTrainingDataChannelsOutput$,
    description: text,
    statusDetails: StatusDetails$,
    resourceConfig: ResourceConfig$,
    trainingInputMode: text,
    stoppingCondition: StoppingCondition$,
    metricsStatus: text,
    metricsStatusDetails: text,
    logsStatus: text,
    logsStatusDetails: text,
    trainingContainerImageDigest: text,
    mlModelTrainingPayerAccountId: text,
    hyperparameters: mapOfText,
    environment: mapOfText,
    kmsKeyArn: text,
    tags: mapOfText,
  },
);

const TrainedModelList$ = list(
  "TrainedModelList",
  structure<shapes.TrainedModelSummary>(
    "TrainedModelSummary",
    {
      createTime: dateTime,
      updateTime: dateTime,
      trainedModelArn: text,
      name: text,
      membershipIdentifier: text,
      collaborationIdentifier: text,
      status: text,
      configuredModelAlgorithmAssociationArn: text,
    },
    {
      versionIdentifier: text,
      incrementalTrainingDataChannels: IncrementalTrainingDataChannelsOutput$,
      description: text,
      mlModelTrainingPayerAccountId: text,
    },
  ),
);

const ListTrainedModelsRequest$ = structure<shapes.ListTrainedModelsRequest>(
  "ListTrainedModelsRequest",
  { membershipIdentifier: label },
  page,
);

const ListTrainedModelVersionsRequest$ = structure<shapes.ListTrainedModelVersionsRequest>(
  "ListTrainedModelVersionsRequest",
  { membershipIdentifier: label, trainedModelArn: label },
  { ...page, status: query("status") },
);

const listing = (name: string) =>
  structure<shapes.ListTrainedModelsResponse>(name, { trainedModels: TrainedModelList$ }, { nextToken: text });

const models = "/memberships/{membershipIdentifier}/trained-models";
const model = `${models}/{trainedModelArn}`;

/** The operations, by name. */
export const trainedModelOperations = {
  CreateTrainedModel: operation("CreateTrainedModel", ["POST", models], CreateTrainedModelRequest$, CreateTrainedModelResponse$),
  GetTrainedModel: operation("GetTrainedModel", ["GET", model], addressing("GetTrainedModelRequest"), GetTrainedModelResponse$),
  ListTrainedModels: operation(
    "ListTrainedModels",
    ["GET", models],
    ListTrainedModelsRequest$,
    listing("ListTrainedModelsResponse"),
  ),
  ListTrainedModelVersions: operation(
    "ListTrainedModelVersions",
    ["GET", `${model}/versions`],
    ListTrainedModelVersionsRequest$,
    listing("ListTrainedModelVersionsResponse"),
  ),
  CancelTrainedModel: operation("CancelTrainedModel", ["PATCH", model], addressing("CancelTrainedModelRequest"), "unit"),
  DeleteTrainedModelOutput: operation(
    "DeleteTrainedModelOutput",
    ["DELETE", model],
    addressing("DeleteTrainedModelOutputRequest"),
    "unit",
  ),
};
