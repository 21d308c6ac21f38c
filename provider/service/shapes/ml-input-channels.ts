import type { StatusDetails } from "./common";

/** Every status that the service model knows. A newer one may still come over the wire. */
export type MLInputChannelStatus =
  | "CREATE_PENDING"
  | "CREATE_IN_PROGRESS"
  | "CREATE_FAILED"
  | "ACTIVE"
  | "DELETE_PENDING"
  | "DELETE_IN_PROGRESS"
  | "DELETE_FAILED"
  | "INACTIVE";

/** The workers that run a query. */
export type WorkerComputeType = "CR.1X" | "CR.4X" | "CR.8X";

/** How the result of a query is written. */
export type ResultFormat = "CSV" | "PARQUET";

export interface CreateMLInputChannelRequest {
  membershipIdentifier: string;
  configuredModelAlgorithmAssociations: string[];
  inputChannel: InputChannel;
  name: string;
  retentionInDays: number;
  description?: string | undefined;
  kmsKeyArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  payerConfiguration?: PayerConfiguration | undefined;
}

export interface CreateMLInputChannelResponse {
  mlInputChannelArn: string;
}

/** What addresses one channel. */
export interface GetMLInputChannelRequest {
  mlInputChannelArn: string;
  membershipIdentifier: string;
}

export interface GetMLInputChannelResponse {
  membershipIdentifier: string;
  collaborationIdentifier: string;
  mlInputChannelArn: string;
  name: string;
  configuredModelAlgorithmAssociations: string[];
  status: MLInputChannelStatus;
  statusDetails?: StatusDetails | undefined;
  retentionInDays: number;
  numberOfRecords?: number | undefined;
  privacyBudgets?: PrivacyBudgets | undefined;
  description?: string | undefined;
  syntheticDataConfiguration?: SyntheticDataConfiguration | undefined;
  payerConfiguration?: PayerConfiguration | undefined;
  createTime: Date;
  updateTime: Date;
  inputChannel: InputChannel;
  protectedQueryIdentifier?: string | undefined;
  numberOfFiles?: number | undefined;
  sizeInGb?: number | undefined;
  kmsKeyArn?: string | undefined;
  tags?: Record<string, string> | undefined;
}

export interface ListMLInputChannelsRequest {
  membershipIdentifier: string;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}

export interface ListMLInputChannelsResponse {
  nextToken?: string | undefined;
  mlInputChannelsList: MLInputChannelSummary[];
}

export interface MLInputChannelSummary {
  createTime: Date;
  updateTime: Date;
  membershipIdentifier: string;
  collaborationIdentifier: string;
  name: string;
  configuredModelAlgorithmAssociations: string[];
  protectedQueryIdentifier?: string | undefined;
  mlInputChannelArn: string;
  status: MLInputChannelStatus;
  description?: string | undefined;
  payerConfiguration?: PayerConfiguration | undefined;
}

/** What addresses a channel of any member of a collaboration. */
export interface GetCollaborationMLInputChannelRequest {
  mlInputChannelArn: string;
  collaborationIdentifier: string;
}

/** What every member of a collaboration may know of a channel. */
export interface GetCollaborationMLInputChannelResponse
  extends Omit<
    GetMLInputChannelResponse,
    "inputChannel" | "protectedQueryIdentifier" | "numberOfFiles" | "sizeInGb" | "kmsKeyArn" | "tags"
  > {
  creatorAccountId: string;
}

export interface ListCollaborationMLInputChannelsRequest {
  collaborationIdentifier: string;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}

export interface ListCollaborationMLInputChannelsResponse {
  nextToken?: string | undefined;
  collaborationMLInputChannelsList: CollaborationMLInputChannelSummary[];
}

export interface CollaborationMLInputChannelSummary extends Omit<MLInputChannelSummary, "protectedQueryIdentifier"> {
  creatorAccountId: string;
}

export type DeleteMLInputChannelDataRequest = GetMLInputChannelRequest;

export interface InputChannel {
  dataSource: InputChannelDataSource;
  roleArn: string;
}

/** A union: AWS may add other sources. */
export interface InputChannelDataSource {
  protectedQueryInputParameters?: ProtectedQueryInputParameters | undefined;
}

export interface ProtectedQueryInputParameters {
  sqlParameters: ProtectedQuerySQLParameters;
  computeConfiguration?: ComputeConfiguration | undefined;
  resultFormat?: ResultFormat | undefined;
}

/** The service model marks it as sensitive: it is in no log and no error. */
export interface ProtectedQuerySQLParameters {
  queryString?: string | undefined;
  analysisTemplateArn?: string | undefined;
  parameters?: Record<string, string> | undefined;
}

/** A union: AWS may add other ways to compute. */
export interface ComputeConfiguration {
  worker?: WorkerComputeConfiguration | undefined;
}

export interface WorkerComputeConfiguration {
  type?: WorkerComputeType | undefined;
  number?: number | undefined;
  properties?: WorkerComputeConfigurationProperties | undefined;
}

export interface WorkerComputeConfigurationProperties {
  spark?: Record<string, string> | undefined;
}

export interface PayerConfiguration {
  computePayerAccountId?: string | undefined;
  syntheticDataPayerAccountId?: string | undefined;
}

export interface PrivacyBudgets {
  accessBudgets?: AccessBudget[] | undefined;
}

export interface AccessBudget {
  resourceArn: string;
  details: AccessBudgetDetails[];
  aggregateRemainingBudget: number;
}

export interface AccessBudgetDetails {
  startTime: Date;
  endTime?: Date | undefined;
  remainingBudget: number;
  budget: number;
  budgetType: "CALENDAR_DAY" | "CALENDAR_MONTH" | "CALENDAR_WEEK" | "LIFETIME";
  autoRefresh?: "ENABLED" | "DISABLED" | undefined;
}

export interface SyntheticDataConfiguration {
  syntheticDataParameters: MLSyntheticDataParameters;
  syntheticDataEvaluationScores?: SyntheticDataEvaluationScores | undefined;
}

export interface MLSyntheticDataParameters {
  epsilon: number;
  maxMembershipInferenceAttackScore: number;
  columnClassification?: ColumnClassificationDetails | undefined;
}

export interface ColumnClassificationDetails {
  columnMapping: SyntheticDataColumnProperties[];
}

export interface SyntheticDataColumnProperties {
  columnName: string;
  columnType: "CATEGORICAL" | "NUMERICAL";
  isPredictiveValue: boolean;
}

export interface SyntheticDataEvaluationScores {
  dataPrivacyScores: DataPrivacyScores;
}

export interface DataPrivacyScores {
  membershipInferenceAttackScores: MembershipInferenceAttackScore[];
}

export interface MembershipInferenceAttackScore {
  attackVersion: string;
  score: number;
}
