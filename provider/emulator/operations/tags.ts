import type { ListTagsForResourceRequest, TagResourceRequest, UntagResourceRequest } from "../../service/shapes";
import { inferenceJobNamed } from "../inference-jobs/find";
import { channelNamed } from "../ml-input-channels/find";
import { holderOfArn as modelOfArn } from "../trained-models/tags-holder";
import type { OperationContext } from "./context";
import { validateTagKeys, validateTags } from "./tag-rules";

/** The operations that every resource shares. */
export interface TagInputs {
  TagResource: TagResourceRequest;
  UntagResource: UntagResourceRequest;
  ListTagsForResource: ListTagsForResourceRequest;
}

/** TagResource. */
export function tagResource(context: OperationContext, { resourceArn, tags }: TagResourceRequest): object {
  validateTagKeys(Object.keys(tags));
  const holder = holderOfArn(context, resourceArn);
  const merged = { ...holder.tags, ...tags };
  validateTags(merged);
  holder.tags = merged;
  context.store.save();
  return {};
}

/** UntagResource; keys that are not there are no error. */
export function untagResource(context: OperationContext, { resourceArn, tagKeys }: UntagResourceRequest): object {
  validateTagKeys(tagKeys);
  const holder = holderOfArn(context, resourceArn);
  holder.tags = Object.fromEntries(Object.entries(holder.tags).filter(([key]) => !tagKeys.includes(key)));
  context.store.save();
  return {};
}

/** ListTagsForResource. */
export function listTagsForResource(context: OperationContext, { resourceArn }: ListTagsForResourceRequest): object {
  return { tags: holderOfArn(context, resourceArn).tags };
}

/** Whose tags an ARN means. */
function holderOfArn(context: OperationContext, arn: string): { tags: Record<string, string> } {
  const [, membershipIdentifier = "", kind = ""] = /:membership\/([^/]+)\/([^/]+)\//.exec(arn) ?? [];
  if (kind === "ml-input-channel") return channelNamed(context, { membershipIdentifier, mlInputChannelArn: arn });
  if (kind === "trained-model-inference-job")
    return inferenceJobNamed(context, { membershipIdentifier, trainedModelInferenceJobArn: arn });
  return modelOfArn(context, arn);
}
