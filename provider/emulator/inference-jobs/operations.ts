import type * as shapes from "../../service/shapes";
import { failureOf, type OperationContext } from "../operations/context";
import { pageOf } from "../operations/pagination";
import { cancellation, exists, replan, stepAt } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { inferenceJobNamed, ownInferenceJobs } from "./find";
import type { InferenceRecord } from "./record";
import { inferenceSummary, inferenceView } from "./views";

/** What each operation on inference jobs takes. */
export interface InferenceJobInputs {
  StartTrainedModelInferenceJob: shapes.StartTrainedModelInferenceJobRequest;
  GetTrainedModelInferenceJob: shapes.GetTrainedModelInferenceJobRequest;
  ListTrainedModelInferenceJobs: shapes.ListTrainedModelInferenceJobsRequest;
  CancelTrainedModelInferenceJob: shapes.CancelTrainedModelInferenceJobRequest;
}

/** GetTrainedModelInferenceJob. */
export function getTrainedModelInferenceJob(
  context: OperationContext,
  request: shapes.GetTrainedModelInferenceJobRequest,
): object {
  return inferenceView(inferenceJobNamed(context, request), context.now, context.settings.readings);
}

/** ListTrainedModelInferenceJobs. */
export function listTrainedModelInferenceJobs(
  context: OperationContext,
  request: shapes.ListTrainedModelInferenceJobsRequest,
): object {
  const { membershipIdentifier, trainedModelArn, trainedModelVersionIdentifier: version, maxResults, nextToken } = request;
  const { now, settings } = context;
  const isAsked = (record: InferenceRecord) =>
    (trainedModelArn === undefined || record.request.trainedModelArn === trainedModelArn) &&
    (version === undefined || record.request.trainedModelVersionIdentifier === version);
  const shown = ownInferenceJobs(context, membershipIdentifier).filter(
    (record) => exists(record, now) && isListed(context, record) && isAsked(record),
  );
  const rows = settings.readings.listOrder === "newest-first" ? [...shown].reverse() : shown;
  const scope = `inference:${membershipIdentifier}:${trainedModelArn ?? ""}:${version ?? ""}`;
  const page = pageOf({ rows, scope, maxResults, nextToken });
  return {
    trainedModelInferenceJobs: page.rows.map((row) => inferenceSummary(row, now, settings.readings)),
    nextToken: page.nextToken,
  };
}

/** CancelTrainedModelInferenceJob. */
export function cancelTrainedModelInferenceJob(
  context: OperationContext,
  request: shapes.CancelTrainedModelInferenceJobRequest,
): undefined {
  const { now, settings, store } = context;
  const record = inferenceJobNamed(context, request);
  const { status } = stepAt(record, now);
  if (status !== "CREATE_PENDING" && status !== "CREATE_IN_PROGRESS") {
    if (settings.readings.cancelFinished === "ok") return undefined;
    throw modelled("ConflictException", `The inference job can't be cancelled while it is in ${status}`);
  }
  const end = settings.readings.afterInferenceCancel;
  replan(record, now, cancellation(now, settings, end, failureOf(context, "fail-cancel")));
  store.save();
  return undefined;
}

function isListed({ settings, now }: OperationContext, { createTime }: InferenceRecord): boolean {
  return settings.readings.listLag === "none" || now >= createTime + settings.listLagSeconds * 1000;
}
