import type { GetTrainedModelResponse, IncrementalTrainingDataChannelOutput, TrainedModelSummary } from "../../service/shapes";
import { stepAt } from "../state/lifecycle";
import type { Readings } from "../state/readings";
import type { ModelRecord } from "./record";

/** A response as JSON carries it: times are strings, and a version can be null or "NULL". */
export type Wire<T> = Omit<
  T,
  "createTime" | "updateTime" | "versionIdentifier" | "incrementalTrainingDataChannels" | "status"
> & {
  createTime: string;
  updateTime: string;
  versionIdentifier?: string | null;
  incrementalTrainingDataChannels?: WireParent[];
  status: string;
};

type WireParent = Omit<IncrementalTrainingDataChannelOutput, "versionIdentifier"> & { versionIdentifier?: string | null };

/** A version as answers carry it: how a first version's is written is a reading. */
export function wireVersion(version: string | undefined, { versionOfBase }: Readings): { versionIdentifier?: string | null } {
  if (version !== undefined) return { versionIdentifier: version };
  if (versionOfBase === "absent") return {};
  return { versionIdentifier: versionOfBase === "null" ? null : "NULL" };
}

/** The version of a model in what is started for it. */
export interface VersionOnWire {
  trainedModelVersionIdentifier?: string | null;
}

/** The version of a model as the answers of its jobs carry it. */
export function versionOnWire(version: string | undefined, readings: Readings): VersionOnWire {
  const { versionIdentifier } = wireVersion(version, readings);
  return versionIdentifier === undefined ? {} : { trainedModelVersionIdentifier: versionIdentifier };
}

/** A row of a list. */
export function summaryOf(record: ModelRecord, now: number, readings: Readings): Wire<TrainedModelSummary> {
  const { request } = record;
  const step = stepAt(record, now);
  return {
    createTime: time(record.createTime),
    updateTime: time(step.at),
    trainedModelArn: record.arn,
    ...wireVersion(record.version, readings),
    ...parentView(record, readings),
    name: request.name,
    description: request.description,
    membershipIdentifier: request.membershipIdentifier,
    collaborationIdentifier: record.collaborationIdentifier,
    status: step.status,
    configuredModelAlgorithmAssociationArn: request.configuredModelAlgorithmAssociationArn,
    mlModelTrainingPayerAccountId: payerOf(record, readings),
  };
}

/** What GetTrainedModel answers. */
export function modelView(
  record: ModelRecord,
  tags: Record<string, string>,
  now: number,
  readings: Readings,
): Wire<GetTrainedModelResponse> {
  const { request } = record;
  const trained = record.steps.some(({ at, trained }) => trained && at <= now);
  return {
    ...summaryOf(record, now, readings),
    statusDetails: stepAt(record, now).details,
    ...inputView(record, readings),
    hyperparameters: request.hyperparameters,
    environment: request.environment,
    kmsKeyArn: request.kmsKeyArn,
    ...(readings.describedTags === "given" ? { tags } : {}),
    ...(trained ? resultView(record) : {}),
  };
}

function parentView({ parent, request }: ModelRecord, readings: Readings): { incrementalTrainingDataChannels?: WireParent[] } {
  const channelName = request.incrementalTrainingDataChannels?.[0]?.channelName;
  if (!parent || channelName === undefined) return {};
  return {
    incrementalTrainingDataChannels: [{ channelName, ...wireVersion(parent.version, readings), modelName: parent.name }],
  };
}

function inputView({ request }: ModelRecord, { defaults }: Readings) {
  const { resourceConfig, stoppingCondition, trainingInputMode, dataChannels } = request;
  if (defaults === "absent") return { resourceConfig, stoppingCondition, trainingInputMode, dataChannels };
  return {
    resourceConfig: { ...resourceConfig, instanceCount: resourceConfig.instanceCount ?? 1 },
    stoppingCondition: { maxRuntimeInSeconds: stoppingCondition?.maxRuntimeInSeconds ?? 86_400 },
    trainingInputMode: trainingInputMode ?? "File",
    dataChannels: dataChannels.map((channel) => ({
      ...channel,
      s3DataDistributionType: channel.s3DataDistributionType ?? ("FullyReplicated" as const),
    })),
  };
}

function payerOf({ request, accountId }: ModelRecord, { defaults }: Readings): string | undefined {
  return request.mlModelTrainingPayerAccountId ?? (defaults === "filled" ? accountId : undefined);
}

function resultView({ sequence, published }: ModelRecord) {
  return {
    logsStatus: "PUBLISH_SUCCEEDED" as const,
    metricsStatus: "PUBLISH_SUCCEEDED" as const,
    ...published,
    trainingContainerImageDigest: `sha256:${sequence.toString(16).padStart(64, "0")}`,
  };
}

const time = (at: number): string => new Date(at).toISOString();
