import type { ListTagsForResourceRequest, TagResourceRequest, UntagResourceRequest } from "../../service/shapes";
import type { Context } from "../context";
import type { ModelRecord } from "../state/record";
import { versionOf } from "./find";
import { validateTagKeys, validateTags } from "./validate";

/** The record that holds the tags of a version. */
export function tagsHolder({ settings, store }: Context, record: ModelRecord): ModelRecord {
  if (settings.readings.tagsOn !== "model") return record;
  // The base holds them for all, even after it answers 404 itself.
  return store.records.find(({ arn }) => arn === record.arn) ?? record;
}

/** TagResource. */
export function tagResource(context: Context, { resourceArn, tags }: TagResourceRequest): object {
  validateTagKeys(Object.keys(tags));
  const holder = holderOf(context, resourceArn);
  const merged = { ...holder.tags, ...tags };
  validateTags(merged);
  holder.tags = merged;
  context.store.save();
  return {};
}

/** UntagResource; keys that are not there are no error. */
export function untagResource(context: Context, { resourceArn, tagKeys }: UntagResourceRequest): object {
  validateTagKeys(tagKeys);
  const holder = holderOf(context, resourceArn);
  holder.tags = Object.fromEntries(Object.entries(holder.tags).filter(([key]) => !tagKeys.includes(key)));
  context.store.save();
  return {};
}

/** ListTagsForResource. */
export function listTagsForResource(context: Context, { resourceArn }: ListTagsForResourceRequest): object {
  return { tags: holderOf(context, resourceArn).tags };
}

/** Whose tags an ARN means: it has no version part. */
function holderOf(context: Context, resourceArn: string): ModelRecord {
  const membershipIdentifier = /:membership\/([^/]+)\//.exec(resourceArn)?.[1] ?? "";
  const { tagsOn } = context.settings.readings;
  const reference = { trainedModelArn: resourceArn, membershipIdentifier };
  return tagsHolder(context, versionOf(context, reference, tagsOn === "version" ? "base" : "latest"));
}
