import { idOf, type ModelRef, refFrom, refOf } from "../../kinds/trained-model/identity";
import type { JobInputs, JobOutputs } from "../../kinds/trained-model/inputs";
import { jobOutputs, type TrainedModel } from "../../kinds/trained-model/outputs";
import { taintCommand } from "../errors/commands";
import { AdoptError } from "../errors/errors";
import { refusal } from "../errors/refusal";
import { isServiceError } from "../errors/service-error";
import { OWNER_KEY, ownerOf } from "../ownership/marks";
import { type Context, serviceOf } from "../run/context";

/** Brings tags, and whose the model is, in line with the inputs; nothing else of a model can be updated. */
export async function updateJob(id: string, olds: JobOutputs, news: JobInputs, context: Context): Promise<JobOutputs> {
  const ref = refOf(id);
  if (news.adopt !== undefined) requireSameModel(id, news.adopt, news);
  try {
    await syncTags(ref, olds.tags ?? {}, news.tags ?? {}, context);
    if (olds.adopt !== undefined && news.adopt === undefined) await own(ref, news, context);
  } catch (error) {
    throw isServiceError(error) ? refusal(error) : error;
  }
  return mergeOutputs(ref, olds, news);
}

/** Of the keys that the program sets or used to set; whatever else the model bears is not ours. */
async function syncTags(
  ref: ModelRef,
  olds: Record<string, string>,
  news: Record<string, string>,
  context: Context,
): Promise<void> {
  const { signal } = context;
  const service = serviceOf(ref, context);
  const resourceArn = ref.trainedModelArn;
  const set = Object.entries(news).filter(([key, value]) => olds[key] !== value);
  const tagKeys = Object.keys(olds).filter((key) => !Object.hasOwn(news, key));
  if (set.length > 0) await service.tagResource({ resourceArn, tags: Object.fromEntries(set) }, signal);
  if (tagKeys.length > 0) await service.untagResource({ resourceArn, tagKeys }, signal);
}

async function own(ref: ModelRef, news: JobInputs, context: Context): Promise<void> {
  await serviceOf(ref, context)
    .tagResource({ resourceArn: ref.trainedModelArn, tags: { [OWNER_KEY]: ownerOf(news.__context) } }, context.signal)
    .catch((error: unknown) => {
      if (!isServiceError(error, "denied", "validation")) throw error;
      context.engine.log("debug", news.__context.urn, `the owner's tag could not be set: ${error.message}`);
    });
}

function requireSameModel(id: string, adopt: NonNullable<JobInputs["adopt"]>, news: JobInputs): void {
  if (idOf(refFrom(adopt.trainedModelArn, adopt.versionIdentifier)) === id) return;
  throw new AdoptError(`\`adopt\` names another model than the one this resource has, ${id}`, [
    "A resource does not change its model in place. To have it take over the other one, and delete this one, mark the job and run `pulumi up`:",
    taintCommand(news.__context.urn),
  ]);
}

/** What the service had filled in stays; what the program gives is written over it. */
function mergeOutputs(ref: ModelRef, olds: JobOutputs, news: JobInputs): JobOutputs {
  const { createTime, __context: _, ...recorded } = olds;
  const described = {
    ...recorded,
    status: "ACTIVE" as const,
    ...(createTime === undefined ? {} : { createTime: new Date(createTime) }),
  };
  return jobOutputs(news, ref, { name: olds.name }, described as TrainedModel);
}
