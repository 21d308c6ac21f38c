import { findTrainedModel, tagsOf } from "../../kinds/trained-model/calls";
import { recordedInputs } from "../../kinds/trained-model/diff";
import { type ModelRef, refOf } from "../../kinds/trained-model/identity";
import type { JobInputs, JobOutputs } from "../../kinds/trained-model/inputs";
import { jobOutputs, type TrainedModel } from "../../kinds/trained-model/outputs";
import { notThereError, refusal } from "../errors/refusal";
import { isServiceError } from "../errors/service-error";
import { withoutMarks } from "../ownership/marks";
import { warnOfStrays } from "../ownership/warn-of-unrecorded";
import type { Context } from "../run/context";

/** What a refresh found of a job. */
export interface ReadJob {
  outputs: JobOutputs;
  /** The recorded inputs, with the tags as they are now. */
  inputs: Record<string, unknown>;
}

/** Reads a job back, or undefined when the service has no record of it. A model that failed or lost its output stays. */
export async function readJob(id: string, recorded: Partial<JobOutputs>, context: Context): Promise<ReadJob | undefined> {
  const ref = refOf(id);
  try {
    const model = await findTrainedModel(ref, context);
    // A resource that is only looked up has recorded nothing: it shows every tag but our own marks.
    const isLookup = recorded.dataChannels === undefined;
    if (model === undefined && isLookup) throw notThereError(ref);
    if (model === undefined) return undefined;
    const tags = isLookup ? withoutMarks(model.tags) : await managedTags(recorded.tags, ref, model, context);
    const inputs = { ...recordedInputs(recorded), ...(tags === undefined ? {} : { tags }) };
    const given = { ...inputs, ...(recorded.__context === undefined ? {} : { __context: recorded.__context }) } as JobInputs;
    const outputs = jobOutputs(given, ref, {}, model);
    if (!isLookup) await warnOfStrays(id, outputs, context);
    return { outputs, inputs: { ...given } };
  } catch (error) {
    throw isServiceError(error) ? refusal(error) : error;
  }
}

/** The model's values of the keys that the program sets. */
async function managedTags(
  recorded: Record<string, string> | undefined,
  ref: ModelRef,
  model: TrainedModel,
  context: Context,
): Promise<Record<string, string> | undefined> {
  if (recorded === undefined) return undefined;
  const keys = Object.keys(recorded);
  if (keys.length === 0) return recorded;
  const found = await tagsOf(ref, model, context);
  return Object.fromEntries(keys.filter((key) => found[key] !== undefined).map((key) => [key, found[key] ?? ""]));
}
