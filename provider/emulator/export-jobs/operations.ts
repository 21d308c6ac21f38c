import type * as shapes from "../../service/shapes";
import { requireReceiver } from "../ml-configuration/receiver";
import { failureOf, type OperationContext } from "../operations/context";
import { pageOf } from "../operations/pagination";
import { collaborationOf } from "../state/arns";
import { creation, stepAt, stillborn } from "../state/lifecycle";
import { modelOfJob } from "../trained-models/job-model";
import { versionOnWire } from "../trained-models/views";
import { modelled } from "../wire/errors";
import type { ExportRecord } from "./record";

/** What each operation on export jobs takes. */
export interface ExportJobInputs {
  StartTrainedModelExportJob: shapes.StartTrainedModelExportJobRequest;
  ListCollaborationTrainedModelExportJobs: shapes.ListCollaborationTrainedModelExportJobsRequest;
}

/** StartTrainedModelExportJob. The answer names nothing. */
export function startTrainedModelExportJob(
  context: OperationContext,
  request: shapes.StartTrainedModelExportJobRequest,
): undefined {
  const { store, settings, caller, now } = context;
  if (settings.readings.exportMembership === "receiver" && !isToCaller(request, caller.accountId))
    throw modelled("AccessDeniedException", "The membership is not the receiver's");
  const { record: model, failure: unusable } = modelOfJob(context, request);
  const isTaken = store.exportJobs.some(
    ({ request: other }) => other.trainedModelArn === request.trainedModelArn && other.name === request.name,
  );
  if (isTaken && settings.readings.jobNameReuse === "conflict")
    throw modelled("ConflictException", `An export job named ${request.name} already exists`);
  const stopped = unusable ?? requireReceiver(context, request);
  store.addExportJob({
    sequence: store.nextSequenceOf(store.exportJobs),
    arn: request.trainedModelArn,
    accountId: caller.accountId,
    region: caller.region,
    collaborationIdentifier: collaborationOf(request.membershipIdentifier),
    request: { ...request, trainedModelVersionIdentifier: model.version },
    createTime: now,
    steps: stopped
      ? stillborn(now, settings, stopped)
      : creation(now, settings, settings.exportSeconds, failureOf(context, "fail-export")),
  });
  return undefined;
}

/** ListCollaborationTrainedModelExportJobs. A collaboration without any has an empty list, as has one that is not the caller's. */
export function listExportJobs(
  context: OperationContext,
  request: shapes.ListCollaborationTrainedModelExportJobsRequest,
): object {
  const { collaborationIdentifier, trainedModelArn, trainedModelVersionIdentifier: version, maxResults, nextToken } = request;
  const { settings, store, now } = context;
  const shown = store.exportJobs.filter(
    (record) =>
      record.collaborationIdentifier === collaborationIdentifier &&
      record.request.trainedModelArn === trainedModelArn &&
      (version === undefined || record.request.trainedModelVersionIdentifier === version) &&
      isListed(context, record),
  );
  const rows = settings.readings.listOrder === "newest-first" ? [...shown].reverse() : shown;
  const scope = `exports:${collaborationIdentifier}:${trainedModelArn}:${version ?? ""}`;
  const page = pageOf({ rows, scope, maxResults, nextToken });
  return {
    collaborationTrainedModelExportJobs: page.rows.map((row) => exportView(row, now, context)),
    nextToken: page.nextToken,
  };
}

function exportView({ request, createTime, ...record }: ExportRecord, now: number, { settings }: OperationContext): object {
  const { name, outputConfiguration, description, trainedModelArn, membershipIdentifier } = request;
  const step = stepAt(record, now);
  return {
    createTime: new Date(createTime).toISOString(),
    updateTime: new Date(step.at).toISOString(),
    name,
    outputConfiguration,
    status: step.status,
    statusDetails: step.details,
    description,
    creatorAccountId: record.accountId,
    trainedModelArn,
    ...versionOnWire(request.trainedModelVersionIdentifier, settings.readings),
    membershipIdentifier,
    collaborationIdentifier: record.collaborationIdentifier,
  };
}

function isListed({ settings, store, now }: OperationContext, { createTime, request }: ExportRecord): boolean {
  const { exportListLag, exportRows } = settings.readings;
  if (exportListLag === "lagging" && now < createTime + settings.listLagSeconds * 1000) return false;
  if (exportRows === "for-ever") return true;
  return store.records.some(
    (model) =>
      model.arn === request.trainedModelArn &&
      model.version === request.trainedModelVersionIdentifier &&
      stepAt(model, now).status === "ACTIVE",
  );
}

function isToCaller({ outputConfiguration }: shapes.StartTrainedModelExportJobRequest, accountId: string): boolean {
  return outputConfiguration.members.some((member) => member.accountId === accountId);
}
