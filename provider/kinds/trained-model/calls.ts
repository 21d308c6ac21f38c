import { isServiceError, type ServiceErrorKind } from "../../core/errors/service-error";
import type { Calls, Row } from "../../core/job/kind";
import { type Asking, serviceOf } from "../../core/run/context";
import { partsOf } from "../../core/values/ids";
import type { TrainedModelSummary } from "../../service/shapes";
import { idOf, refFrom, refOf, versionFrom } from "./identity";
import type { TrainingInputs } from "./inputs";
import type { TrainedModel } from "./outputs";
import { requestOf } from "./request";
import { isWhole } from "./service-inputs";

/** How the service is asked about trained models. */
export const trainedModelCalls: Calls<TrainingInputs, TrainedModel> = {
  createOperation: "CreateTrainedModel",

  async create(inputs, name, tags, { serviceIn, signal }) {
    const created = await serviceIn(inputs.region).createTrainedModel(requestOf(inputs, name, tags), signal);
    return idOf(refFrom(created.trainedModelArn, created.versionIdentifier));
  },

  find: findTrainedModel,
  isWhole,

  list: (membershipIdentifier, region) => ({
    of: `models of ${membershipIdentifier} in ${region ?? "the configured region"}`,
    rows: async ({ serviceIn, signal }) => (await serviceIn(region).listTrainedModels(membershipIdentifier, signal)).map(rowOf),
  }),

  /** The versions of a source model included. */
  listsFor(inputs) {
    const sources = new Set((inputs.incrementalTrainingDataChannels ?? []).map(({ trainedModelArn }) => trainedModelArn));
    const versions = [...sources].map((trainedModelArn) => ({
      of: `versions of ${trainedModelArn} for ${inputs.membershipIdentifier}`,
      rows: (asking: Asking) => listVersions(trainedModelArn, inputs, asking, "not-found", "denied", "validation"),
    }));
    return [trainedModelCalls.list(inputs.membershipIdentifier, inputs.region), ...versions];
  },

  /** Versions behind the row of their model included. */
  async isNameListed(name, inputs, asking) {
    const { membershipIdentifier, region } = inputs;
    const rows = await asking.serviceIn(region).listTrainedModels(membershipIdentifier, asking.signal);
    if (rows.some((row) => row.name === name)) return true;
    for (const trainedModelArn of new Set(rows.map((row) => row.trainedModelArn))) {
      const versions = await listVersions(trainedModelArn, inputs, asking, "not-found", "denied");
      if (versions.some((version) => version.name === name)) return true;
    }
    return false;
  },

  cancel: (id, asking) => serviceOf(id, asking).cancelTrainedModel(referenceOf(id), asking.signal),
  deleteOutput: (id, asking) => serviceOf(id, asking).deleteTrainedModelOutput(referenceOf(id), asking.signal),
};

/** The model that an id names, or undefined when the service has none (404). Any other failure is thrown. */
async function findTrainedModel(id: string, asking: Asking): Promise<TrainedModel | undefined> {
  const service = serviceOf(id, asking);
  const { signal } = asking;
  const reference = referenceOf(id);
  const { membershipIdentifier, trainedModelArn } = reference;
  try {
    const model = await service.getTrainedModel(reference, signal);
    // Without a version the service describes the latest one: a first version that has later ones is in the list alone.
    if (versionFrom(model.versionIdentifier) === reference.versionIdentifier) return model;
    const versions = await service.listTrainedModelVersions({ membershipIdentifier, trainedModelArn }, signal);
    return versions.find((version) => versionFrom(version.versionIdentifier) === reference.versionIdentifier);
  } catch (error) {
    if (isServiceError(error, "not-found")) return undefined;
    throw error;
  }
}

/** The versions of a model; none where the service fails in one of the ways. */
async function listVersions(
  trainedModelArn: string,
  { membershipIdentifier }: TrainingInputs,
  asking: Asking,
  ...harmless: ServiceErrorKind[]
): Promise<Row[]> {
  try {
    const request = { membershipIdentifier, trainedModelArn };
    const versions = await serviceOf(trainedModelArn, asking).listTrainedModelVersions(request, asking.signal);
    return versions.map(rowOf);
  } catch (error) {
    if (isServiceError(error, ...harmless)) return [];
    throw error;
  }
}

function referenceOf(id: string) {
  return { ...refOf(id), membershipIdentifier: partsOf(id).membershipIdentifier };
}

function rowOf({ trainedModelArn, versionIdentifier, name, status }: TrainedModelSummary): Row {
  return { id: idOf(refFrom(trainedModelArn, versionIdentifier)), name, status };
}
