import type { JobInputs } from "../../kinds/trained-model/inputs";
import { isServiceError } from "../errors/service-error";
import type { Context } from "../run/context";

/** Whether some model that the service lists bears the name, versions behind the row of their model included. */
export async function isNameListed(name: string, inputs: JobInputs, { serviceIn, signal }: Context): Promise<boolean> {
  const { membershipIdentifier, region } = inputs;
  const service = serviceIn(region);
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
