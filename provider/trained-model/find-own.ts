import type { TrainedModelSummary } from "../service/shapes";
import { cancelCommand, upCommand } from "./commands";
import type { Context } from "./context";
import { findTrainedModel, refOfRow, tagsOf } from "./describe";
import { isSameTraining } from "./diff";
import { AlreadyTrainedError, UnrecordedModelError } from "./errors";
import { idOf, type ModelRef, refFrom } from "./identity";
import type { JobInputs } from "./inputs";
import { MARK_KEY, markOf, OWNER_KEY, ownerOf } from "./mark";
import type { TrainedModel } from "./outputs";
import { autoName, isNameOf } from "./request";
import { isServiceError } from "./service-error";
import { phaseOf } from "./statuses";

/** A version of a model, with what the service says of it. */
export interface Found {
  ref: ModelRef;
  model: TrainedModel;
}

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
  const rows = await listRows(inputs, context);
  const owner = ownerOf(inputs.__context);
  const mark = markOf(inputs);
  const recorded = context.session.recordedInputs(inputs.__context.urn);
  const recordedMark = recorded === undefined ? undefined : markOf(recorded);
  let unrecorded: Found | undefined;
  let namesake: Found | undefined;
  for (const row of rows.filter((candidate) => isCandidate(candidate, inputs, context))) {
    const ref = refOfRow(row);
    const model = await findTrainedModel(ref, context);
    if (model === undefined) continue;
    const tags = await tagsOf(ref, model, context);
    const phase = phaseOf(model.status);
    const isAsked = isSameTraining(inputsOf(model, inputs), inputs);
    // The chosen name holds a hash of the owner: it tells whose a model is where tags are denied or shared by versions.
    const isOwnByName = inputs.name === undefined && isNameOf(autoName(inputs), model.name);
    const mayShareTags = ref.versionIdentifier !== undefined;
    const isOwn = tags[OWNER_KEY] === owner && (!mayShareTags || inputs.name !== undefined || isOwnByName);
    const isTagless = tags[OWNER_KEY] === undefined;
    const isSiblings = mayShareTags && !isTagless && !isOwn;
    const isOther = recordedMark !== mark;
    if (isOwn && tags[MARK_KEY] === mark && isAsked) unrecorded ??= { ref, model };
    else if (isOwn && ![undefined, mark, recordedMark].includes(tags[MARK_KEY])) throw otherTraining(ref, model, context.flags);
    else if (!isAsked) continue;
    else if (isOwnByName && phase === "training" && (isTagless || (isSiblings && isOther))) unrecorded ??= { ref, model };
    else if (inputs.name === model.name && isTagless && isOther) namesake ??= { ref, model };
    else if ((isOwn || isOwnByName) && phase === "active" && isOther && recordedMark !== undefined)
      throw alreadyTrained(ref, model);
  }
  return { rows, unrecorded, namesake };
}

/** Every version that the membership shows, those of the model that is trained on included. */
async function listRows(inputs: JobInputs, { service, signal }: Context): Promise<TrainedModelSummary[]> {
  const { membershipIdentifier } = inputs;
  const rows = await service.listTrainedModels(membershipIdentifier, signal);
  const bases = inputs.incrementalTrainingDataChannels ?? [];
  const versions = await Promise.all(
    bases.map(({ trainedModelArn }) =>
      service.listTrainedModelVersions({ membershipIdentifier, trainedModelArn }, signal).catch((error: unknown) => {
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
  if (isBase || session.isCurrent(id) || (predecessor !== undefined && idOf(predecessor.ref) === id)) return false;
  if (phase === "training") return true;
  const isNamed = inputs.name === undefined ? isNameOf(autoName(inputs), row.name) : inputs.name === row.name;
  return phase === "active" && isNamed;
}

/**
 * A model's inputs, to be compared with the program's: what the program leaves out and the service fills in is left out,
 * and so is the ARN that the service does not give back.
 */
export function inputsOf(model: TrainedModel, inputs: JobInputs): Record<string, unknown> {
  const { resourceConfig, incrementalTrainingDataChannels: bases, ...rest } = model as TrainedModel & Record<string, unknown>;
  const spelled = Object.fromEntries(Object.entries(rest).filter(([key]) => key in inputs));
  const channels = (model.dataChannels ?? []).map((channel) => {
    const own = inputs.dataChannels.find(({ channelName }) => channelName === channel.channelName);
    if (own === undefined || own.s3DataDistributionType !== undefined) return channel;
    const { s3DataDistributionType: _, ...named } = channel;
    return named;
  });
  const incremental = (inputs.incrementalTrainingDataChannels ?? []).filter(({ channelName, versionIdentifier }) =>
    (bases ?? []).some(
      (base) =>
        base.channelName === channelName && (versionIdentifier === undefined || base.versionIdentifier === versionIdentifier),
    ),
  );
  return {
    ...spelled,
    ...(model.dataChannels === undefined ? {} : { dataChannels: channels }),
    ...(resourceConfig === undefined ? {} : { resourceConfig: withoutUnasked(resourceConfig, inputs) }),
    ...((bases ?? []).length === 0 ? {} : { incrementalTrainingDataChannels: incremental.length === 0 ? bases : incremental }),
  };
}

function withoutUnasked(resourceConfig: NonNullable<TrainedModel["resourceConfig"]>, inputs: JobInputs): unknown {
  const { instanceCount, ...rest } = resourceConfig;
  return inputs.resourceConfig.instanceCount === undefined ? rest : { ...rest, instanceCount };
}

function otherTraining(ref: ModelRef, model: TrainedModel, flags: readonly string[]): UnrecordedModelError {
  return new UnrecordedModelError(
    `${model.name} (${model.status}) was started by an earlier, interrupted run of this resource with other inputs, and is in no state: ${idOf(ref)}`,
    [
      "Nothing was started beside it. Go back to the inputs it was started with to take it over; or cancel it, then run `pulumi up`:",
      cancelCommand(idOf(ref), flags),
    ],
  );
}

function alreadyTrained(ref: ModelRef, model: TrainedModel): AlreadyTrainedError {
  return new AlreadyTrainedError(
    `${model.name} was trained from these inputs and is ACTIVE: ${idOf(ref)}; nothing new was started`,
    adoptAdvice(ref),
  );
}

/** For a model that may be this resource's own, of a run that was killed, or anybody's. */
export function ownerUnknown({ ref, model }: Found): AlreadyTrainedError {
  return new AlreadyTrainedError(
    `${model.name} (${model.status}) was started with these inputs, and has no tag that says whose it is: ${idOf(ref)}; nothing new was started`,
    ["If it is somebody else's, change `name` or leave it out.", ...adoptAdvice(ref)],
  );
}

function adoptAdvice({ trainedModelArn, versionIdentifier }: ModelRef): string[] {
  const version = versionIdentifier === undefined ? "" : `, versionIdentifier: "${versionIdentifier}"`;
  return [`To use it, add \`adopt: { trainedModelArn: "${trainedModelArn}"${version} }\` to this resource, then run:`, upCommand];
}
