import type * as shapes from "../../../service/shapes";
import {
  boolean,
  dateTime,
  empty,
  label,
  list,
  listOfText,
  mapOfText,
  number,
  operation,
  page,
  structure,
  text,
} from "../schema";

const WorkerComputeConfiguration$ = structure<shapes.WorkerComputeConfiguration>(
  "WorkerComputeConfiguration",
  {},
  {
    type: text,
    number,
    properties: structure<shapes.WorkerComputeConfigurationProperties>(
      "WorkerComputeConfigurationProperties",
      {},
      { spark: mapOfText },
    ),
  },
);

const ProtectedQueryInputParameters$ = structure<shapes.ProtectedQueryInputParameters>(
  "ProtectedQueryInputParameters",
  {
    sqlParameters: structure<shapes.ProtectedQuerySQLParameters>(
      "ProtectedQuerySQLParameters",
      {},
      { queryString: text, analysisTemplateArn: text, parameters: mapOfText },
    ),
  },
  {
    computeConfiguration: structure<shapes.ComputeConfiguration>(
      "ComputeConfiguration",
      {},
      { worker: WorkerComputeConfiguration$ },
    ),
    resultFormat: text,
  },
);

const InputChannel$ = structure<shapes.InputChannel>(
  "InputChannel",
  {
    dataSource: structure<shapes.InputChannelDataSource>(
      "InputChannelDataSource",
      {},
      { protectedQueryInputParameters: ProtectedQueryInputParameters$ },
    ),
    roleArn: text,
  },
  {},
);

const PayerConfiguration$ = structure<shapes.PayerConfiguration>(
  "PayerConfiguration",
  {},
  { computePayerAccountId: text, syntheticDataPayerAccountId: text },
);

/** What CreateMLInputChannel sends; `load.ts` compares the official client's with it. */
export const CreateMLInputChannelRequest$ = structure<shapes.CreateMLInputChannelRequest>(
  "CreateMLInputChannelRequest",
  {
    membershipIdentifier: label,
    configuredModelAlgorithmAssociations: listOfText,
    inputChannel: InputChannel$,
    name: text,
    retentionInDays: number,
  },
  { description: text, kmsKeyArn: text, tags: mapOfText, payerConfiguration: PayerConfiguration$ },
);

const CreateMLInputChannelResponse$ = structure<shapes.CreateMLInputChannelResponse>(
  "CreateMLInputChannelResponse",
  { mlInputChannelArn: text },
  {},
);

const addressing = (name: string) =>
  structure<shapes.GetMLInputChannelRequest>(name, { mlInputChannelArn: label, membershipIdentifier: label }, {});

const AccessBudget$ = structure<shapes.AccessBudget>(
  "AccessBudget",
  {
    resourceArn: text,
    details: list(
      "AccessBudgetDetailsList",
      structure<shapes.AccessBudgetDetails>(
        "AccessBudgetDetails",
        { startTime: dateTime, remainingBudget: number, budget: number, budgetType: text },
        { endTime: dateTime, autoRefresh: text },
      ),
    ),
    aggregateRemainingBudget: number,
  },
  {},
);

const SyntheticDataConfiguration$ = structure<shapes.SyntheticDataConfiguration>(
  "SyntheticDataConfiguration",
  {
    syntheticDataParameters: structure<shapes.MLSyntheticDataParameters>(
      "MLSyntheticDataParameters",
      { epsilon: number, maxMembershipInferenceAttackScore: number },
      {
        columnClassification: structure<shapes.ColumnClassificationDetails>(
          "ColumnClassificationDetails",
          {
            columnMapping: list(
              "ColumnMappingList",
              structure<shapes.SyntheticDataColumnProperties>(
                "SyntheticDataColumnProperties",
                { columnName: text, columnType: text, isPredictiveValue: boolean },
                {},
              ),
            ),
          },
          {},
        ),
      },
    ),
  },
  {
    syntheticDataEvaluationScores: structure<shapes.SyntheticDataEvaluationScores>(
      "SyntheticDataEvaluationScores",
      {
        dataPrivacyScores: structure<shapes.DataPrivacyScores>(
          "DataPrivacyScores",
          {
            membershipInferenceAttackScores: list(
              "MembershipInferenceAttackScoreList",
              structure<shapes.MembershipInferenceAttackScore>(
                "MembershipInferenceAttackScore",
                { attackVersion: text, score: number },
                {},
              ),
            ),
          },
          {},
        ),
      },
      {},
    ),
  },
);

/** What every member may know of a channel. */
const shared = {
  membershipIdentifier: text,
  collaborationIdentifier: text,
  mlInputChannelArn: text,
  name: text,
  configuredModelAlgorithmAssociations: listOfText,
  status: text,
  retentionInDays: number,
  createTime: dateTime,
  updateTime: dateTime,
};
const sharedOptional = {
  statusDetails: structure<shapes.StatusDetails>("StatusDetails", {}, { statusCode: text, message: text }),
  numberOfRecords: number,
  privacyBudgets: structure<shapes.PrivacyBudgets>("PrivacyBudgets", {}, { accessBudgets: list("AccessBudgets", AccessBudget$) }),
  description: text,
  syntheticDataConfiguration: SyntheticDataConfiguration$,
  payerConfiguration: PayerConfiguration$,
};

const GetMLInputChannelResponse$ = structure<shapes.GetMLInputChannelResponse>(
  "GetMLInputChannelResponse",
  { ...shared, inputChannel: InputChannel$ },
  {
    ...sharedOptional,
    protectedQueryIdentifier: text,
    numberOfFiles: number,
    sizeInGb: number,
    kmsKeyArn: text,
    tags: mapOfText,
  },
);

const GetCollaborationMLInputChannelResponse$ = structure<shapes.GetCollaborationMLInputChannelResponse>(
  "GetCollaborationMLInputChannelResponse",
  { ...shared, creatorAccountId: text },
  sharedOptional,
);

/** What a row of each of the two lists has. */
const ofRow = {
  createTime: dateTime,
  updateTime: dateTime,
  membershipIdentifier: text,
  collaborationIdentifier: text,
  name: text,
  configuredModelAlgorithmAssociations: listOfText,
  mlInputChannelArn: text,
  status: text,
};
const ofRowOptional = { description: text, payerConfiguration: PayerConfiguration$ };

const ListMLInputChannelsResponse$ = structure<shapes.ListMLInputChannelsResponse>(
  "ListMLInputChannelsResponse",
  {
    mlInputChannelsList: list(
      "MLInputChannelsList",
      structure<shapes.MLInputChannelSummary>("MLInputChannelSummary", ofRow, {
        ...ofRowOptional,
        protectedQueryIdentifier: text,
      }),
    ),
  },
  { nextToken: text },
);

const ListCollaborationMLInputChannelsResponse$ = structure<shapes.ListCollaborationMLInputChannelsResponse>(
  "ListCollaborationMLInputChannelsResponse",
  {
    collaborationMLInputChannelsList: list(
      "CollaborationMLInputChannelsList",
      structure<shapes.CollaborationMLInputChannelSummary>(
        "CollaborationMLInputChannelSummary",
        { ...ofRow, creatorAccountId: text },
        ofRowOptional,
      ),
    ),
  },
  { nextToken: text },
);

const channels = "/memberships/{membershipIdentifier}/ml-input-channels";
const channel = `${channels}/{mlInputChannelArn}`;
const ofCollaboration = "/collaborations/{collaborationIdentifier}/ml-input-channels";

/** The operations, by name. */
export const mlInputChannelOperations = {
  CreateMLInputChannel: operation(
    "CreateMLInputChannel",
    ["POST", channels],
    CreateMLInputChannelRequest$,
    CreateMLInputChannelResponse$,
  ),
  GetMLInputChannel: operation(
    "GetMLInputChannel",
    ["GET", channel],
    addressing("GetMLInputChannelRequest"),
    GetMLInputChannelResponse$,
  ),
  ListMLInputChannels: operation(
    "ListMLInputChannels",
    ["GET", channels],
    structure<shapes.ListMLInputChannelsRequest>("ListMLInputChannelsRequest", { membershipIdentifier: label }, page),
    ListMLInputChannelsResponse$,
  ),
  DeleteMLInputChannelData: operation(
    "DeleteMLInputChannelData",
    ["DELETE", channel],
    addressing("DeleteMLInputChannelDataRequest"),
    empty("DeleteMLInputChannelDataResponse"),
  ),
  GetCollaborationMLInputChannel: operation(
    "GetCollaborationMLInputChannel",
    ["GET", `${ofCollaboration}/{mlInputChannelArn}`],
    structure<shapes.GetCollaborationMLInputChannelRequest>(
      "GetCollaborationMLInputChannelRequest",
      { mlInputChannelArn: label, collaborationIdentifier: label },
      {},
    ),
    GetCollaborationMLInputChannelResponse$,
  ),
  ListCollaborationMLInputChannels: operation(
    "ListCollaborationMLInputChannels",
    ["GET", ofCollaboration],
    structure<shapes.ListCollaborationMLInputChannelsRequest>(
      "ListCollaborationMLInputChannelsRequest",
      { collaborationIdentifier: label },
      page,
    ),
    ListCollaborationMLInputChannelsResponse$,
  ),
};
