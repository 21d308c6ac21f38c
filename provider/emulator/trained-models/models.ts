import type { CreateTrainedModelRequest, StatusDetails } from "../../service/shapes";
import { exists, replan, stepAt } from "../state/lifecycle";
import type { Store } from "../state/store";
import type { ModelRecord, Published } from "./record";

/** One version of one model, as a snapshot. */
export interface StoredModel {
  trainedModelArn: string;
  /** Absent for the first version. */
  versionIdentifier?: string | undefined;
  accountId: string;
  region: string;
  membershipIdentifier: string;
  name: string;
  status: string;
  statusDetails?: StatusDetails | undefined;
  /** The tags of this record; under the reading `tagsOn: "model"`, those of the first version count for every version. */
  tags: Record<string, string>;
  createTime: string;
  /** The create, without its tags. */
  request: CreateTrainedModelRequest;
}

/** A change from outside: by another member, or by AWS. */
export interface ModelChange extends Published {
  /** The status from now on, e.g. INACTIVE for an output that another member deleted. */
  status?: string;
  statusDetails?: StatusDetails;
  /** All tags, instead of those that the version has. */
  tags?: Record<string, string>;
  /** Whether the record is gone, so that requests are answered with 404. */
  gone?: boolean;
}

/** The name of one version. Without versionIdentifier it is the first. */
export interface ModelReference {
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
}

/** The versions that still answer, in the order of their creation. */
export function snapshot(store: Store, now: number): StoredModel[] {
  return store.records.filter((record) => exists(record, now)).map((record) => storedOf(record, now));
}

/** Changes a version from outside; false if it does not exist. */
export function change(store: Store, now: number, reference: ModelReference, to: ModelChange): boolean {
  const { trainedModelArn, versionIdentifier } = reference;
  const record = store.records.find(
    (one) => one.arn === trainedModelArn && one.version === versionIdentifier && exists(one, now),
  );
  if (!record) return false;
  const { status, statusDetails, tags, gone, ...published } = to;
  const next = gone ? "GONE" : status;
  if (next !== undefined) replan(record, now, [{ at: now, status: next, details: statusDetails, trained: next === "ACTIVE" }]);
  if (tags) record.tags = { ...tags };
  if (Object.keys(published).length > 0) record.published = { ...record.published, ...published };
  store.save();
  return true;
}

function storedOf(record: ModelRecord, now: number): StoredModel {
  const { status, details } = stepAt(record, now);
  return structuredClone({
    trainedModelArn: record.arn,
    versionIdentifier: record.version,
    accountId: record.accountId,
    region: record.region,
    membershipIdentifier: record.request.membershipIdentifier,
    name: record.request.name,
    status,
    statusDetails: details,
    tags: record.tags,
    createTime: new Date(record.createTime).toISOString(),
    request: record.request,
  });
}
