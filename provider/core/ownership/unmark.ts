import type { ModelRef } from "../../kinds/trained-model/identity";
import { messageOf } from "../errors/errors";
import { type Context, serviceOf } from "../run/context";
import { MARK_KEY, OWNER_KEY } from "./marks";

/**
 * Takes the mark off a model: its job is in the state now. Where Pulumi writes no state between steps
 * (PULUMI_SKIP_CHECKPOINTS) it is not, and the mark stays. A denied untag costs nothing but a log line.
 */
export async function recordModel(
  ref: ModelRef,
  { urn, owner }: { urn: string; owner: string },
  hasCheckpoints: boolean,
  context: Context,
): Promise<void> {
  if (!hasCheckpoints)
    return context.engine.log("debug", urn, "PULUMI_SKIP_CHECKPOINTS is set: the mark of an unrecorded model stays");
  try {
    if (ref.versionIdentifier !== undefined && (await hasTagsOfAnother(ref, owner, context))) return;
    await serviceOf(ref, context).untagResource({ resourceArn: ref.trainedModelArn, tagKeys: [MARK_KEY] }, context.signal);
  } catch (error) {
    context.engine.log("debug", urn, `the tag ${MARK_KEY} could not be removed: ${messageOf(error)}`);
  }
}

/** Versions may share the tags of their ARN: the mark is then that of the latest create, perhaps a sibling's that is not recorded yet. */
async function hasTagsOfAnother(ref: ModelRef, owner: string, context: Context): Promise<boolean> {
  const answer = serviceOf(ref, context).listTagsForResource({ resourceArn: ref.trainedModelArn }, context.signal);
  const tags = await answer.then(
    (found) => found.tags,
    () => undefined,
  );
  return ![undefined, owner].includes(tags?.[OWNER_KEY]);
}
