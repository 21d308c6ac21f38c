import { AdoptError } from "../errors/errors";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { serviceOf } from "../run/context";
import { diffInputs } from "../values/diff";
import { arnOf, partsOf } from "../values/ids";
import type { Found } from "./ownership-errors";

/** Takes over what exists: it must be there, be of use, and be what the inputs say. Its tags are brought in line. */
export async function adopt<I extends JobInputs, J extends Job>(
  inputs: I,
  id: string,
  context: JobContext<I, J>,
): Promise<Found<J>> {
  const { kind, signal } = context;
  const { arn, short, verb, done } = kind.words;
  const orTakeOut = `or take \`adopt\` out to ${verb} one.`;
  const { membershipIdentifier } = partsOf(id);
  if (membershipIdentifier !== inputs.membershipIdentifier) {
    throw new AdoptError(`\`adopt.${arn}\` belongs to another membership than \`membershipIdentifier\``, [
      `Set \`membershipIdentifier\` to the one in the ARN, ${membershipIdentifier}.`,
    ]);
  }
  const job = await kind.calls.find(id, context);
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
  const recorded = { ...kind.describedInputs(job, inputs), tags: inputs.tags };
  const { replaces } = diffInputs(recorded, { ...inputs, region: undefined, adopt: undefined }, kind.shape);
  if (replaces.length > 0) {
    throw new AdoptError(`the ${short} that \`adopt\` names was ${done} from other inputs: ${replaces.join(", ")} differ`, [
      `Make these inputs those of the ${short}; ${orTakeOut}`,
    ]);
  }
  if (inputs.tags !== undefined && Object.keys(inputs.tags).length > 0) {
    await serviceOf(id, context).tagResource({ resourceArn: arnOf(id), tags: inputs.tags }, signal);
  }
  return { id, job };
}
