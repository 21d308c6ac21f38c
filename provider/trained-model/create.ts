import { adoptModel } from "./adopt";
import type { Context } from "./context";
import { findTrainedModel } from "./describe";
import { findOwn } from "./find-own";
import { ownerUnknown } from "./found";
import { idOf, type ModelRef } from "./identity";
import type { JobInputs, JobOutputs } from "./inputs";
import { jobOutputs, type TrainedModel } from "./outputs";
import { warnOfOtherParent } from "./parents";
import { cancelPredecessor } from "./predecessor";
import { refusal } from "./refusal";
import { isServiceError } from "./service-error";
import { phaseOf } from "./statuses";
import { submit } from "./submit";

/** The id and the outputs of a job that the service accepted. */
export interface CreatedJob {
  id: string;
  outputs: JobOutputs;
}

/** Create, resume and take-over are one flow: observe, ensure, sync, return. */
export async function createJob(inputs: JobInputs, context: Context): Promise<CreatedJob> {
  const { ref, name, model } = await ensure(inputs, context).catch((error: unknown) => {
    throw isServiceError(error) ? refusal(error) : error;
  });
  // From here on the training is paid for: nothing that follows may lose the id.
  context.session.noteCurrent(inputs.__context.urn, ref);
  const described = model ?? (await findTrainedModel(ref, context).catch(() => undefined));
  if (inputs.adopt === undefined) warnOfOtherParent(inputs, described, context);
  await cancelPredecessor(inputs.__context.urn, context);
  return { id: idOf(ref), outputs: jobOutputs(inputs, ref, name === undefined ? {} : { name }, described) };
}

async function ensure(inputs: JobInputs, context: Context): Promise<{ ref: ModelRef; name?: string; model?: TrainedModel }> {
  if (inputs.adopt !== undefined) return adoptModel(inputs, inputs.adopt, context);
  const look = await findOwn(inputs, context);
  const { unrecorded, namesake } = look;
  if (unrecorded === undefined) {
    if (namesake !== undefined && phaseOf(namesake.model.status) === "training") throw ownerUnknown(namesake);
    return submit(inputs, look, context);
  }
  const { ref, model } = unrecorded;
  context.engine.log(
    "info",
    inputs.__context.urn,
    `took over ${idOf(ref)} (${model.status}), which an interrupted run had started`,
  );
  return { ref, model };
}
