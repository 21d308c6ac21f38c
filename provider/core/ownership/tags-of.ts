import { isServiceError } from "../errors/service-error";
import type { Job, JobInputs, JobKind } from "../job/kind";
import { type Asking, serviceOf } from "../run/context";
import { arnOf } from "../values/ids";

/** The tags of a job: out of its description, or asked for where that has none, as a row of a list never does. */
export async function tagsOf<I extends JobInputs, J extends Job>(
  id: string,
  job: J,
  { kind, ...asking }: Asking & { kind: JobKind<I, J> },
): Promise<Record<string, string>> {
  if (job.tags !== undefined) return job.tags;
  try {
    return (await serviceOf(id, asking).listTagsForResource({ resourceArn: arnOf(id) }, asking.signal)).tags;
  } catch (error) {
    if (isServiceError(error, "not-found") || (kind.calls.isWhole(job) && isServiceError(error, "denied"))) return {};
    throw error;
  }
}
