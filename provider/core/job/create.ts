import { findTrainedModel } from "../../kinds/trained-model/calls";
import { idOf, type ModelRef } from "../../kinds/trained-model/identity";
import type { JobInputs, JobOutputs } from "../../kinds/trained-model/inputs";
import { jobOutputs, type TrainedModel } from "../../kinds/trained-model/outputs";
import { warnOfOtherParent } from "../../kinds/trained-model/source-models";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { refusal } from "../errors/refusal";
import { isServiceError } from "../errors/service-error";
import { adoptModel } from "../ownership/adopt";
import { findOwn } from "../ownership/find-own";
import { ownerUnknown } from "../ownership/found";
import type { Context } from "../run/context";
import { cancelPredecessor } from "./predecessor";
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
