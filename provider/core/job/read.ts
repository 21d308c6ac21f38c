import { isRecord } from "../../utils/guards";
import { notThereError } from "../errors/refusal";
import { readTogether } from "../looks/find-job";
import { withoutMarks } from "../ownership/marks";
import { tagsOf } from "../ownership/tags-of";
import { warnOfUnrecorded } from "../ownership/warn-of-unrecorded";
import { recordedInputs } from "../values/filled";
import type { Values } from "../values/pick";
import type { Job, JobContext, JobInputs } from "./kind";

/** What a refresh found of a job. */
export interface ReadJob {
  outputs: Values;
  /** The recorded inputs, with the tags as they are now. */
  inputs: Values;
}

/** Reads a job back, or undefined when the service has no record of it. One that failed or lost its output stays. */
export async function readJob<I extends JobInputs, J extends Job>(
  id: string,
  recorded: Values,
  context: JobContext<I, J>,
): Promise<ReadJob | undefined> {
  const { kind } = context;
  const job = await readTogether("job", id, context);
  // A resource that is only looked up has recorded nothing: it shows every tag but our own marks.
  const isLookup = recorded.membershipIdentifier === undefined;
  if (job === undefined && isLookup) throw notThereError(kind.words.thing, id);
  if (job === undefined) return undefined;
  const tags = isLookup ? withoutMarks(job.tags) : await managedTags(recorded.tags, id, job, context);
  const inputs = { ...recordedInputs(recorded, kind.shape.inputs), ...(tags === undefined ? {} : { tags }) };
  const outputs = kind.outputs(inputs, id, job);
  if (!isLookup) await warnOfUnrecorded(id, outputs.name, context);
  return { outputs, inputs };
}

/** The job's values of the keys that the program sets. */
async function managedTags<I extends JobInputs, J extends Job>(
  recorded: unknown,
  id: string,
  job: J,
  context: JobContext<I, J>,
): Promise<Values | undefined> {
  if (!isRecord(recorded)) return undefined;
  const keys = Object.keys(recorded);
  if (keys.length === 0) return recorded;
  const found = await tagsOf(id, job, context);
  return Object.fromEntries(keys.filter((key) => found[key] !== undefined).map((key) => [key, found[key]]));
}
