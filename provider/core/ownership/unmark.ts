import { messageOf } from "../../utils/thrown";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { type Context, serviceOf } from "../run/context";
import { arnOf, versionOf } from "../values/ids";
import { MARK_KEY, OWNER_KEY } from "./marks";
import { tagsOf } from "./tags-of";

/**
 * Takes the mark off a job: it is in the state now. Where Pulumi writes no state between steps
 * (PULUMI_SKIP_CHECKPOINTS) it is not, and the mark stays. A denied untag costs nothing but a log line.
 */
export async function unmark(id: string, owner: string, hasCheckpoints: boolean, context: Context): Promise<void> {
  const { engine, resource, signal } = context;
  const say = (text: string) => engine.log("debug", resource.urn, text);
  if (!hasCheckpoints) return say("PULUMI_SKIP_CHECKPOINTS is set: the mark stays");
  try {
    if (versionOf(id) !== undefined && (await hasTagsOfAnother(id, owner, context))) return;
    await serviceOf(id, context).untagResource({ resourceArn: arnOf(id), tagKeys: [MARK_KEY] }, signal);
  } catch (error) {
    say(`the tag ${MARK_KEY} could not be removed: ${messageOf(error)}`);
  }
}

/** Whether a job carries the mark. Where that cannot be found out, it is taken for one that does not. */
export async function hasMark<I extends JobInputs, J extends Job>(
  id: string,
  job: J,
  context: JobContext<I, J>,
): Promise<boolean> {
  const tags = await tagsOf(id, job, context).catch(() => ({}));
  return MARK_KEY in tags;
}

/** Versions may share the tags of their ARN: the mark is then that of the latest create, perhaps a sibling's that is not recorded yet. */
async function hasTagsOfAnother(id: string, owner: string, context: Context): Promise<boolean> {
  const answer = serviceOf(id, context).listTagsForResource({ resourceArn: arnOf(id) }, context.signal);
  const tags = await answer.then(
    (found) => found.tags,
    () => undefined,
  );
  return ![undefined, owner].includes(tags?.[OWNER_KEY]);
}
