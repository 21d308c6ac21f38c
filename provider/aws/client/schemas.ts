import { TypeRegistry } from "@smithy/core/schema";
import type {
  $SchemaRef,
  StaticErrorSchema,
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type * as shapes from "../../service/shapes";
import { CleanRoomsMLServiceException, exceptions } from "./errors";

const namespace = "com.amazonaws.cleanroomsml";

// Numbers of the SDK's schema notation.
const text = 0;
const number = 1;
/** A timestamp written as an RFC 3339 string. */
const dateTime = 5;
const listOfText = 64;
const mapOfText = 128;
/** A string that is a part of the path. */
const label: $SchemaRef = [text, 1];
const query = (name: string, of = text): $SchemaRef => [of, { httpQuery: name }];

type Required<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Optional<T> = Exclude<keyof T, Required<T>>;

/** The compiler holds each schema to its interface: every member, no other, and each as optional as it is there. */
function structure<T>(
  name: string,
  required: Record<Required<T>, $SchemaRef>,
  optional: Record<Optional<T>, $SchemaRef>,
): StaticStructureSchema {
  const members: Record<string, $SchemaRef> = { ...required, ...optional };
  return [3, namespace, name, 0, Object.keys(members), Object.values(members), Object.keys(required).length];
}

const listOf = (name: string, member: StaticStructureSchema): StaticListSchema => [1, namespace, name, 0, member];

const ResourceConfig$ = structure<shapes.ResourceConfig>(
  "ResourceConfig",
  { instanceType: text, volumeSizeInGB: number },
  { instanceCount: number },
);

const StoppingCondition$ = structure<shapes.StoppingCondition>("StoppingCondition", {}, { maxRuntimeInSeconds: number });

const ModelTrainingDataChannels$ = listOf(
  "ModelTrainingDataChannels",
  structure<shapes.ModelTrainingDataChannel>(
    "ModelTrainingDataChannel",
    { mlInputChannelArn: text, channelName: text },
    { s3DataDistributionType: text },
  ),
);

const IncrementalTrainingDataChannels$ = listOf(
  "IncrementalTrainingDataChannels",
  structure<shapes.IncrementalTrainingDataChannel>(
    "IncrementalTrainingDataChannel",
    { trainedModelArn: text, channelName: text },
    { versionIdentifier: text },
  ),
);

const IncrementalTrainingDataChannelsOutput$ = listOf(
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

const TrainedModelList$ = listOf(
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

const page = { nextToken: query("nextToken"), maxResults: query("maxResults", number) };

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

const TagResourceRequest$ = structure<shapes.TagResourceRequest>(
  "TagResourceRequest",
  { resourceArn: label, tags: mapOfText },
  {},
);

const UntagResourceRequest$ = structure<shapes.UntagResourceRequest>(
  "UntagResourceRequest",
  { resourceArn: label, tagKeys: query("tagKeys", listOfText) },
  {},
);

const ListTagsForResourceRequest$ = structure<shapes.ListTagsForResourceRequest>(
  "ListTagsForResourceRequest",
  { resourceArn: label },
  {},
);

const ListTagsForResourceResponse$ = structure<shapes.ListTagsForResourceResponse>(
  "ListTagsForResourceResponse",
  { tags: mapOfText },
  {},
);

const empty = (name: string): StaticStructureSchema => [3, namespace, name, 0, [], []];

const operation = (
  name: string,
  http: [method: string, path: string],
  input: StaticStructureSchema,
  output: $SchemaRef,
): StaticOperationSchema => [9, namespace, name, { http: [...http, 200] }, input, output];

const models = "/memberships/{membershipIdentifier}/trained-models";
const model = `${models}/{trainedModelArn}`;

/** The operations, by name. */
export const operations = {
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
  TagResource: operation("TagResource", ["POST", "/tags/{resourceArn}"], TagResourceRequest$, empty("TagResourceResponse")),
  UntagResource: operation(
    "UntagResource",
    ["DELETE", "/tags/{resourceArn}"],
    UntagResourceRequest$,
    empty("UntagResourceResponse"),
  ),
  ListTagsForResource: operation(
    "ListTagsForResource",
    ["GET", "/tags/{resourceArn}"],
    ListTagsForResourceRequest$,
    ListTagsForResourceResponse$,
  ),
};

const failure = (name: string, httpError: number, optional: Record<string, $SchemaRef> = {}): StaticErrorSchema => {
  const error = httpError < 500 ? "client" : "server";
  const members: Record<string, $SchemaRef> = { message: text, ...optional };
  return [-3, namespace, name, { error, httpError }, Object.keys(members), Object.values(members), 1];
};

/** The errors, by name. */
export const errorSchemas = {
  AccessDeniedException: failure("AccessDeniedException", 403),
  ConflictException: failure("ConflictException", 409),
  InternalServiceException: failure("InternalServiceException", 500),
  ResourceNotFoundException: failure("ResourceNotFoundException", 404),
  ServiceQuotaExceededException: failure("ServiceQuotaExceededException", 402, { quotaName: text, quotaValue: number }),
  ThrottlingException: failure("ThrottlingException", 429),
  ValidationException: failure("ValidationException", 400),
};

// The namespaces are AWS's own, so that errors of this client and of the official one are instances of each other's classes.
const bases = TypeRegistry.for(`smithy.ts.sdk.synthetic.${namespace}`);
bases.registerError(
  [-3, `smithy.ts.sdk.synthetic.${namespace}`, "CleanRoomsMLServiceException", 0, [], []],
  CleanRoomsMLServiceException,
);
const registry = TypeRegistry.for(namespace);
for (const [name, schema] of Object.entries(errorSchemas)) {
  registry.registerError(schema, exceptions[name as keyof typeof exceptions]);
}

/** Where the runtime finds the class of an error answer. */
export const errorTypeRegistries = [bases, registry];
