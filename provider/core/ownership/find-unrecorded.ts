import type { Job, JobInputs, JobKind } from "../job/kind";
import type { Asking } from "../run/context";
import { MARK_KEY } from "./marks";
import type { Found } from "./ownership-errors";
import { tagsOf } from "./tags-of";

/**
 * Every marked job of a membership that runs or is ACTIVE: a create asked for it, and no run recorded it yet. One of an
 * `up` that runs at the moment is among them.
 */
export async function findUnrecorded<I extends JobInputs, J extends Job>(
  membershipIdentifier: string,
  region: string | undefined,
  context: Asking & { kind: JobKind<I, J> },
): Promise<Found<J>[]> {
  const { kind } = context;
  const unrecorded: Found<J>[] = [];
  for (const { id, status } of await kind.calls.list(membershipIdentifier, region).rows(context)) {
    const phase = kind.phaseOf(status);
    const job = phase === "running" || phase === "active" ? await kind.calls.find(id, context) : undefined;
    if (job !== undefined && (await tagsOf(id, job, context))[MARK_KEY] !== undefined) unrecorded.push({ id, job });
  }
  return unrecorded;
}
