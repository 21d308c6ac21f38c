import type { OperationContext } from "../operations/context";
import { versionNamed } from "./find";
import type { ModelRecord } from "./record";

/** The record that holds the tags of a version. */
export function tagsHolder({ settings, store }: OperationContext, record: ModelRecord): ModelRecord {
  if (settings.readings.tagsOn !== "model") return record;
  // The first version has them for all, even after it answers 404 itself.
  return store.records.find(({ arn }) => arn === record.arn) ?? record;
}

/** Whose tags an ARN means: it has no version part. */
export function holderOfArn(context: OperationContext, trainedModelArn: string): ModelRecord {
  const membershipIdentifier = /:membership\/([^/]+)\//.exec(trainedModelArn)?.[1] ?? "";
  const { tagsOn } = context.settings.readings;
  const version = versionNamed(context, { trainedModelArn, membershipIdentifier }, tagsOn === "version" ? "base" : "latest");
  return tagsHolder(context, version);
}
