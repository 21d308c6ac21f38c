import { isRecord } from "../../utils/guards";
import { taintCommand } from "../errors/commands";
import { AdoptError } from "../errors/errors";
import { isServiceError } from "../errors/service-error";
import { OWNER_KEY, ownerOf } from "../ownership/marks";
import { type Context, serviceOf } from "../run/context";
import { arnOf } from "../values/ids";
import type { Values } from "../values/pick";
import type { Job, JobContext, JobInputs } from "./kind";

/** Brings tags, and whose the job is, in line with the inputs; nothing else can be updated. */
export async function updateJob<I extends JobInputs, J extends Job>(
  id: string,
  recorded: Values,
  inputs: I,
  context: JobContext<I, J>,
): Promise<Values> {
  requireSameJob(id, inputs, context);
  // First, since it throws where the id is none.
  const outputs = context.kind.outputs(inputs, id, recorded);
  await syncTags(id, isRecord(recorded.tags) ? recorded.tags : {}, inputs.tags ?? {}, context);
  if (recorded.adopt !== undefined && inputs.adopt === undefined) await own(id, context);
  return outputs;
}

/** Of the keys that the program sets or used to set; whatever else there is, is not ours. */
async function syncTags(id: string, olds: Values, news: Record<string, string>, context: Context): Promise<void> {
  const { signal } = context;
  const service = serviceOf(id, context);
  const resourceArn = arnOf(id);
  const set = Object.entries(news).filter(([key, value]) => olds[key] !== value);
  const tagKeys = Object.keys(olds).filter((key) => !Object.hasOwn(news, key));
  if (set.length > 0) await service.tagResource({ resourceArn, tags: Object.fromEntries(set) }, signal);
  if (tagKeys.length > 0) await service.untagResource({ resourceArn, tagKeys }, signal);
}

async function own(id: string, context: Context): Promise<void> {
  const { engine, resource, signal } = context;
  await serviceOf(id, context)
    .tagResource({ resourceArn: arnOf(id), tags: { [OWNER_KEY]: ownerOf(resource) } }, signal)
    .catch((error: unknown) => {
      if (!isServiceError(error, "denied", "validation")) throw error;
      engine.log("debug", resource.urn, `the owner's tag could not be set: ${error.message}`);
    });
}

function requireSameJob<I extends JobInputs, J extends Job>(id: string, inputs: I, { kind, resource }: JobContext<I, J>): void {
  const adopted = kind.adoptedId(inputs);
  if (adopted === undefined || adopted === id) return;
  const { short } = kind.words;
  throw new AdoptError(`\`adopt\` names another ${short} than the one this resource has, ${id}`, [
    `A resource does not change its ${short} in place. To have it take over the other one, and delete this one, mark the job and run \`pulumi up\`:`,
    taintCommand(resource.urn),
  ]);
}
