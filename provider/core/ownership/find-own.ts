import type { Job, JobContext, JobInputs, Row } from "../job/kind";
import { autoName, isNameOf } from "./names";
import { ownershipOf } from "./ownership";
import { alreadyThere, type Found, otherWork } from "./ownership-errors";
import { tagsOf } from "./tags-of";

/** What a look at the membership showed. */
export interface Look<J extends Job> {
  rows: Row[];
  /** This resource's job that no state has recorded, if there is one. */
  unrecorded: Found<J> | undefined;
  /** A job of the given name and these inputs, without a tag that says whose it is. */
  namesake: Found<J> | undefined;
}

/**
 * Looks for a job that an earlier, interrupted create of this resource left behind. Throws where one is there that
 * must not be started beside: another unrecorded one, or the very one that the inputs ask for.
 */
export async function findOwn<I extends JobInputs, J extends Job>(inputs: I, context: JobContext<I, J>): Promise<Look<J>> {
  const { kind, resource, engineRun } = context;
  const look: Look<J> = { rows: await kind.calls.listFor(inputs, context), unrecorded: undefined, namesake: undefined };
  const recorded = engineRun.recordedInputs(resource.urn);
  for (const { id } of look.rows.filter((row) => isCandidate(row, inputs, context))) {
    const job = await kind.calls.find(id, context);
    if (job === undefined) continue;
    const found = { id, job };
    switch (ownershipOf(found, await tagsOf(id, job, context), inputs, recorded, context)) {
      case "unrecorded":
        look.unrecorded ??= found;
        break;
      case "namesake":
        look.namesake ??= found;
        break;
      case "other-work":
        throw otherWork(found, context.flags);
      case "already-there":
        throw alreadyThere(found, kind);
    }
  }
  return look;
}

/** Whether a row may be this resource's own: by its name or because it still runs; never one that failed, ended or is in use. */
function isCandidate<I extends JobInputs, J extends Job>(
  { id, name, status }: Row,
  inputs: I,
  { engineRun, kind, resource }: JobContext<I, J>,
): boolean {
  const phase = kind.phaseOf(status);
  if (kind.isSource(id, inputs) || engineRun.isCurrent(id) || engineRun.predecessor(resource.urn) === id) return false;
  if (phase === "running") return true;
  const isNamed = inputs.name === undefined ? isNameOf(autoName(resource), name) : inputs.name === name;
  return phase === "active" && isNamed;
}
