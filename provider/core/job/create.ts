import { RefusedError } from "../errors/errors";
import { findJob } from "../looks/find-job";
import { adopt } from "../ownership/adopt";
import { findOwn } from "../ownership/find-own";
import { ownerUnknown } from "../ownership/ownership-errors";
import type { Values } from "../values/pick";
import type { Job, JobContext, JobInputs } from "./kind";
import { cancelPredecessor } from "./predecessor";
import { submit } from "./submit";

/** The id and the outputs of a job that the service accepted. */
export interface CreatedJob {
  id: string;
  outputs: Values;
}

/** Create, resume and take-over are one flow: observe, ensure, sync, return. */
export async function createJob<I extends JobInputs, J extends Job>(inputs: I, context: JobContext<I, J>): Promise<CreatedJob> {
  const { engineRun, kind, resource } = context;
  if (resource.urn === "") throw withoutUrn(kind.words.work);
  const { id, name, job } = await ensure(inputs, context);
  // From here on the work is paid for: nothing that follows may lose the id.
  engineRun.noteCurrent(resource.urn, id);
  const described = job ?? (await findJob(id, context).catch(() => undefined));
  if (inputs.adopt === undefined) kind.noteCreated(inputs, described, context);
  await cancelPredecessor(context);
  return { id, outputs: kind.outputs(inputs, id, described ?? { name }) };
}

async function ensure<I extends JobInputs, J extends Job>(
  inputs: I,
  context: JobContext<I, J>,
): Promise<{ id: string; name?: string; job?: J }> {
  const { engine, kind, resource } = context;
  const adopted = kind.adoptedId(inputs);
  if (adopted !== undefined) return adopt(inputs, adopted, context);
  const look = await findOwn(inputs, context);
  const { unrecorded, namesake } = look;
  if (unrecorded === undefined) {
    if (namesake !== undefined && kind.phaseOf(namesake.job.status) === "running") throw ownerUnknown(namesake, kind);
    return submit(inputs, look, context);
  }
  const { id, job } = unrecorded;
  engine.log("info", resource.urn, `took over ${id} (${job.status}), which an interrupted run had started`);
  return unrecorded;
}

/** Its owner would be that of every other one without a URN, and what an interrupted run leaves behind would be anybody's. */
function withoutUrn(work: string): RefusedError {
  return new RefusedError(`this resource came with no URN to know it by; no ${work} was started`, [
    "Make it with the classes of pulumi-cleanroomsml, which add the hidden input `__context`.",
  ]);
}
