import { findTrainedModel } from "../../kinds/trained-model/calls";
import { diffJob } from "../../kinds/trained-model/diff";
import { idOf, type ModelRef, partsOf } from "../../kinds/trained-model/identity";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { inputsOf } from "../../kinds/trained-model/service-inputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { AdoptError } from "../errors/errors";
import { type Context, serviceOf } from "../run/context";

/** Takes over a model that exists: it must be there, be of use, and be what the inputs say. Its tags are brought in line. */
export async function adoptModel(
  inputs: JobInputs,
  wanted: ModelRef,
  context: Context,
): Promise<{ ref: ModelRef; model: TrainedModel }> {
  const { membershipIdentifier } = partsOf(wanted);
  if (membershipIdentifier !== inputs.membershipIdentifier) {
    throw new AdoptError("`adopt.trainedModelArn` belongs to another membership than `membershipIdentifier`", [
      `Set \`membershipIdentifier\` to the one in the ARN, ${membershipIdentifier}.`,
    ]);
  }
  const model = await findTrainedModel(wanted, context);
  if (model === undefined) {
    throw new AdoptError(`\`adopt\` names a model that the service does not have: ${idOf(wanted)}`, [
      "Check the ARN, the version, the region and the account; or take `adopt` out to train one.",
    ]);
  }
  const phase = phaseOf(model.status);
  if (phase !== "active" && phase !== "training") {
    throw new AdoptError(`\`adopt\` names a model that is ${model.status}: ${idOf(wanted)}`, [
      "Name one that is ACTIVE or trains; or take `adopt` out to train one.",
    ]);
  }
  const recorded = inputsOf(model, inputs);
  const { replaces } = diffJob(
    { ...recorded, tags: inputs.tags },
    { ...inputs, region: undefined, adopt: undefined, name: inputs.name },
  );
  if (replaces.length > 0) {
    throw new AdoptError(`the model that \`adopt\` names was trained from other inputs: ${replaces.join(", ")} differ`, [
      "Make these inputs those of the model; or take `adopt` out to train one.",
    ]);
  }
  if (Object.keys(inputs.tags ?? {}).length > 0) {
    const request = { resourceArn: wanted.trainedModelArn, tags: inputs.tags ?? {} };
    await serviceOf(wanted, context).tagResource(request, context.signal);
  }
  return { ref: wanted, model };
}
