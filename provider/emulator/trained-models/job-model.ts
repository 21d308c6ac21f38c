import type { OperationContext } from "../operations/context";
import { type PhaseFailure, stepAt } from "../state/lifecycle";
import { refusalOrFailure } from "../state/refusal";
import { versionNamed } from "./find";
import type { ModelRecord } from "./record";

/** A job on one version of a model. */
interface OnModel {
  membershipIdentifier: string;
  trainedModelArn: string;
  trainedModelVersionIdentifier?: string | undefined;
}

/** The version that an inference or export job is of, and what stands against it later; refused at once where the reading says so. */
export function modelOfJob(
  context: OperationContext,
  { trainedModelVersionIdentifier: versionIdentifier, ...request }: OnModel,
): { record: ModelRecord; failure: PhaseFailure | undefined } {
  const { jobVersionDefault, jobOnInactiveModel } = context.settings.readings;
  const record = versionNamed(context, { ...request, versionIdentifier }, jobVersionDefault);
  const { status } = stepAt(record, context.now);
  if (status === "ACTIVE") return { record, failure: undefined };
  const details = { statusCode: "MODEL_NOT_ACTIVE", message: `The trained model is ${status}` };
  return { record, failure: refusalOrFailure(jobOnInactiveModel, details) };
}
