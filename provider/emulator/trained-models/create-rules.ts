import type { CreateTrainedModelRequest } from "../../service/shapes";
import { validateTags } from "../operations/tag-rules";
import { invalid } from "../wire/errors";

/** Channels of both lists together, by the prose of the model. */
const totalChannels = 20;

/** The rules of a create that stand in the model's prose. */
export function validateCreate(request: CreateTrainedModelRequest): void {
  const channels = [...request.dataChannels, ...(request.incrementalTrainingDataChannels ?? [])];
  if (channels.length > totalChannels) throw invalid(`A trained model has at most ${totalChannels} channels in total`);
  const names = channels.map(({ channelName }) => channelName);
  if (new Set(names).size < names.length) throw invalid("Channel names must be unique within the training job");
  validateTags(request.tags ?? {});
}
