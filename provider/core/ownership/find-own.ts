import { findTrainedModel, refOfRow, tagsOf } from "../../kinds/trained-model/calls";
import { idOf, refFrom } from "../../kinds/trained-model/identity";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import { autoName, isNameOf } from "../../kinds/trained-model/request";
import { phaseOf } from "../../kinds/trained-model/statuses";
import type { TrainedModelSummary } from "../../service/shapes";
import { isServiceError } from "../errors/service-error";
import { type Context, serviceOf } from "../run/context";
import { alreadyTrained, type Found, otherTraining } from "./found";
import { standingOf } from "./ownership";

/** What a look at the membership showed. */
export interface Look {
  rows: TrainedModelSummary[];
  /** This resource's model that no state has recorded, if there is one. */
  unrecorded: Found | undefined;
  /** A model of the given name and these inputs, without a tag that says whose it is. */
  namesake: Found | undefined;
}

/**
 * Looks for a model that an earlier, interrupted create of this resource left behind. Throws where one is there that
 * these inputs must not be trained beside: another unrecorded training, or the very model they ask for.
 */
export async function findOwn(inputs: JobInputs, context: Context): Promise<Look> {
  const look: Look = { rows: await listRows(inputs, context), unrecorded: undefined, namesake: undefined };
  const recorded = context.session.recordedInputs(inputs.__context.urn);
  for (const row of look.rows.filter((candidate) => isCandidate(candidate, inputs, context))) {
    const ref = refOfRow(row);
    const model = await findTrainedModel(ref, context);
    if (model === undefined) continue;
    const found = { ref, model };
    switch (standingOf(found, await tagsOf(ref, model, context), inputs, recorded)) {
      case "unrecorded":
        look.unrecorded ??= found;
        break;
      case "namesake":
        look.namesake ??= found;
        break;
      case "other-training":
        throw otherTraining(found, context.flags);
      case "already-trained":
        throw alreadyTrained(found);
    }
  }
  return look;
}

/** Every version that the membership shows, those of the model that is trained on included. */
async function listRows(inputs: JobInputs, context: Context): Promise<TrainedModelSummary[]> {
  const { membershipIdentifier, region } = inputs;
  const { signal } = context;
  const rows = await context.serviceIn(region).listTrainedModels(membershipIdentifier, signal);
  const bases = inputs.incrementalTrainingDataChannels ?? [];
  const versions = await Promise.all(
    bases.map((base) =>
      serviceOf(base, context)
        .listTrainedModelVersions({ membershipIdentifier, trainedModelArn: base.trainedModelArn }, signal)
        .catch((error: unknown) => {
          if (isServiceError(error, "not-found", "denied", "validation")) return [];
          throw error;
        }),
    ),
  );
  return [...new Map([...rows, ...versions.flat()].map((row) => [idOf(refOfRow(row)), row])).values()];
}

/** Whether a row may be this resource's own: by its name or because it still trains; never one that failed, ended or is in use. */
function isCandidate(row: TrainedModelSummary, inputs: JobInputs, { session }: Context): boolean {
  const phase = phaseOf(row.status);
  const id = idOf(refOfRow(row));
  const isBase = (inputs.incrementalTrainingDataChannels ?? []).some(
    ({ trainedModelArn, versionIdentifier }) => idOf(refFrom(trainedModelArn, versionIdentifier)) === id,
  );
  const predecessor = session.predecessor(inputs.__context.urn);
  if (isBase || session.isCurrent(id) || (predecessor !== undefined && idOf(predecessor) === id)) return false;
  if (phase === "training") return true;
  const isNamed = inputs.name === undefined ? isNameOf(autoName(inputs), row.name) : inputs.name === row.name;
  return phase === "active" && isNamed;
}
