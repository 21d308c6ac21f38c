import type { GetTrainedModelInferenceJobResponse, TrainedModelInferenceJobSummary } from "../../service/shapes";
import { stepAt } from "../state/lifecycle";
import type { Readings } from "../state/readings";
import { type VersionOnWire, versionOnWire } from "../trained-models/views";
import type { InferenceRecord } from "./record";

type Wire<T> = Omit<T, "createTime" | "updateTime" | "status" | "trainedModelVersionIdentifier" | "collaborationIdentifier"> &
  VersionOnWire & { createTime: string; updateTime: string; status: string };

/** A row of the list. */
export function inferenceSummary(
  record: InferenceRecord,
  now: number,
  readings: Readings,
): Wire<TrainedModelInferenceJobSummary> & { collaborationIdentifier: string } {
  return { ...sharedView(record, now, readings), collaborationIdentifier: record.collaborationIdentifier };
}

/** What GetTrainedModelInferenceJob answers. */
export function inferenceView(
  record: InferenceRecord,
  now: number,
  readings: Readings,
): Wire<GetTrainedModelInferenceJobResponse> {
  const { request, tags } = record;
  const hasRun = record.steps.some(({ at, trained }) => trained && at <= now);
  const resourceConfig =
    readings.defaults === "filled" ? { instanceCount: 1, ...request.resourceConfig } : request.resourceConfig;
  return {
    ...sharedView(record, now, readings),
    statusDetails: stepAt(record, now).details,
    resourceConfig,
    dataSource: request.dataSource,
    containerExecutionParameters: request.containerExecutionParameters,
    environment: request.environment,
    kmsKeyArn: request.kmsKeyArn,
    tags,
    ...(hasRun ? { inferenceContainerImageDigest: `sha256:${record.sequence.toString(16).padStart(64, "0")}` } : {}),
  };
}

function sharedView(record: InferenceRecord, now: number, readings: Readings) {
  const { request } = record;
  const step = stepAt(record, now);
  const hasRun = record.steps.some(({ at, trained }) => trained && at <= now);
  return {
    createTime: time(record.createTime),
    updateTime: time(step.at),
    trainedModelInferenceJobArn: record.arn,
    configuredModelAlgorithmAssociationArn: request.configuredModelAlgorithmAssociationArn,
    membershipIdentifier: request.membershipIdentifier,
    trainedModelArn: request.trainedModelArn,
    ...versionOnWire(request.trainedModelVersionIdentifier, readings),
    status: step.status,
    outputConfiguration: request.outputConfiguration,
    name: request.name,
    description: request.description,
    mlModelInferencePayerAccountId:
      request.mlModelInferencePayerAccountId ?? (readings.defaults === "filled" ? record.accountId : undefined),
    ...(hasRun ? { logsStatus: "PUBLISH_SUCCEEDED" as const, metricsStatus: "PUBLISH_SUCCEEDED" as const } : {}),
  };
}

const time = (at: number): string => new Date(at).toISOString();
