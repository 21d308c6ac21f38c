import type { Context } from "./context";
import { partsOf } from "./identity";
import type { JobInputs } from "./inputs";
import { refusal } from "./refusal";
import { isServiceError, type ServiceError } from "./service-error";
import { phaseOf } from "./statuses";

/** Throws the service's reason where a conflict is not about the name: the model to train on is not ACTIVE. */
export async function requireActiveParents(inputs: JobInputs, error: ServiceError, context: Context): Promise<void> {
  for (const { trainedModelArn, versionIdentifier } of inputs.incrementalTrainingDataChannels ?? []) {
    const { membershipIdentifier } = partsOf({ trainedModelArn });
    const parent = await context.service
      .getTrainedModel({ membershipIdentifier, trainedModelArn, versionIdentifier }, context.signal)
      .catch(() => undefined);
    if (parent !== undefined && phaseOf(parent.status) !== "active") throw refusal(error);
  }
}

/** Whether some model that the service lists bears the name, versions behind the row of their model included. */
export async function isNameListed(name: string, inputs: JobInputs, { service, signal }: Context): Promise<boolean> {
  const { membershipIdentifier } = inputs;
  const rows = await service.listTrainedModels(membershipIdentifier, signal);
  if (rows.some((row) => row.name === name)) return true;
  for (const trainedModelArn of new Set(rows.map((row) => row.trainedModelArn))) {
    const versions = await service
      .listTrainedModelVersions({ membershipIdentifier, trainedModelArn }, signal)
      .catch((error: unknown) => {
        if (isServiceError(error, "not-found", "denied")) return [];
        throw error;
      });
    if (versions.some((version) => version.name === name)) return true;
  }
  return false;
}
