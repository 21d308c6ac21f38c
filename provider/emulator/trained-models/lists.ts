import type { ListTrainedModelsRequest, ListTrainedModelVersionsRequest } from "../../service/shapes";
import type { OperationContext } from "../operations/context";
import { pageOf } from "../operations/pagination";
import { exists, stepAt } from "../state/lifecycle";
import { ownRecords, versionsOf } from "./find";
import type { ModelRecord } from "./record";
import { summaryOf } from "./views";

/** ListTrainedModels. */
export function listTrainedModels(
  context: OperationContext,
  { membershipIdentifier, maxResults, nextToken }: ListTrainedModelsRequest,
): object {
  const own = ownRecords(context, membershipIdentifier);
  const shown = own.filter((record) => exists(record, context.now) && listed(context, record));
  const page = pageOf({
    rows: ordered(context, rowsOf(context, shown)),
    scope: `models:${membershipIdentifier}`,
    maxResults,
    nextToken,
  });
  return answer(context, page.rows, page.nextToken);
}

/** ListTrainedModelVersions. */
export function listTrainedModelVersions(context: OperationContext, request: ListTrainedModelVersionsRequest): object {
  const { trainedModelArn, status, maxResults, nextToken } = request;
  const versions = versionsOf(context, request).filter((record) => listed(context, record));
  const matches = (record: ModelRecord) => status === undefined || stepAt(record, context.now).status === status;
  const sparse = context.settings.readings.filteredPages === "sparse";
  const rows = ordered(context, sparse ? versions : versions.filter(matches));
  const page = pageOf({ rows, scope: `versions:${trainedModelArn}:${status ?? ""}`, maxResults, nextToken });
  return answer(context, page.rows.filter(matches), page.nextToken);
}

function answer({ now, settings }: OperationContext, rows: readonly ModelRecord[], nextToken: string | undefined): object {
  return { trainedModels: rows.map((row) => summaryOf(row, now, settings.readings)), nextToken };
}

/** One row per version, or the one version that stands for its model. */
function rowsOf({ settings: { readings } }: OperationContext, records: readonly ModelRecord[]): readonly ModelRecord[] {
  if (readings.listRows === "per-version") return records;
  const standing = readings.listRows === "per-model" ? [...records].reverse() : records;
  const rows = new Map<string, ModelRecord>();
  for (const record of standing) if (!rows.has(record.arn)) rows.set(record.arn, record);
  return [...rows.values()].sort((a, b) => a.sequence - b.sequence);
}

function ordered({ settings: { readings } }: OperationContext, rows: readonly ModelRecord[]): readonly ModelRecord[] {
  return readings.listOrder === "newest-first" ? [...rows].reverse() : rows;
}

function listed({ settings, now }: OperationContext, { createTime }: ModelRecord): boolean {
  return settings.readings.listLag === "none" || now >= createTime + settings.listLagSeconds * 1000;
}
