import { AdoptError } from "../errors/errors";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { findJob } from "../looks/find-job";
import { serviceOf } from "../run/context";
import { diffInputs } from "../values/diff";
import { arnOf, partsOf } from "../values/ids";
import { pick } from "../values/pick";
import type { Found } from "./ownership-errors";

/** Takes over what exists: it must be there, be of use, and be what the inputs say. Its tags are brought in line. */
export async function adopt<I extends JobInputs, J extends Job>(
  inputs: I,
  id: string,
  context: JobContext<I, J>,
): Promise<Found<J>> {
  const { kind, signal } = context;
  const { arn, short, verb } = kind.words;
  const orTakeOut = `or take \`adopt\` out to ${verb} one.`;
  const { membershipIdentifier } = partsOf(id);
  if (membershipIdentifier !== inputs.membershipIdentifier) {
    throw new AdoptError(`\`adopt.${arn}\` belongs to another membership than \`membershipIdentifier\``, [
      `Set \`membershipIdentifier\` to the one in the ARN, ${membershipIdentifier}.`,
    ]);
  }
  const job = await findJob(id, context);
  if (job === undefined) {
    throw new AdoptError(`\`adopt\` names a ${short} that the service does not have: ${id}`, [
      `Check the ARN, the version, the region and the account; ${orTakeOut}`,
    ]);
  }
  const phase = kind.phaseOf(job.status);
  if (phase !== "active" && phase !== "running") {
    throw new AdoptError(`\`adopt\` names a ${short} that is ${job.status}: ${id}`, [
      `Name one that is ACTIVE or ${verb}s; ${orTakeOut}`,
    ]);
  }
  requireSameInputs(inputs, job, context);
  if (inputs.tags !== undefined && Object.keys(inputs.tags).length > 0) {
    await serviceOf(id, context).tagResource({ resourceArn: arnOf(id), tags: inputs.tags }, signal);
  }
  return { id, job };
}

/** What the service does not tell cannot be compared: the person hears of it. */
function requireSameInputs<I extends JobInputs, J extends Job>(inputs: I, job: J, context: JobContext<I, J>): void {
  const { engine, kind, resource } = context;
  const { short, verb, done } = kind.words;
  const told = kind.toldInputs(job).filter((key) => key !== "tags");
  const { replaces } = diffInputs(pick(kind.describedInputs(job, inputs), told), pick(inputs, told), kind.shape);
  if (replaces.length > 0) {
    throw new AdoptError(`the ${short} that \`adopt\` names was ${done} from other inputs: ${replaces.join(", ")} differ`, [
      `Make these inputs those of the ${short}; or take \`adopt\` out to ${verb} one.`,
    ]);
  }
  const untold = kind.shape.apiInputs.filter((key) => key !== "tags" && key in inputs && !told.includes(key));
  if (untold.length > 0) {
    const line = `the service does not tell all inputs of this ${short}, so they were not compared: ${untold.join(", ")}`;
    engine.log("info", resource.urn, line);
  }
}
