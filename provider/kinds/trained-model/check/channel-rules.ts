import type { Issue } from "../../../core/check/issues";
import type { Values } from "../../../core/values/pick";
import { isRecord, listOf } from "../../../utils/guards";

/** AWS allows 20 channels in all, data and incremental together (prose of CreateTrainedModel; the model says 20 and 1). */
const MAX_CHANNELS = 20;

/** What only the prose of the service says of channels. */
export function channelIssues(inputs: Values): Issue[] {
  return [...channelTotal(inputs), ...uniqueChannelNames(inputs)];
}

function channelTotal(inputs: Values): Issue[] {
  const data = listOf(inputs.dataChannels).length;
  const incremental = listOf(inputs.incrementalTrainingDataChannels).length;
  if (data > MAX_CHANNELS || data + incremental <= MAX_CHANNELS) return [];
  const message = `a model has at most ${MAX_CHANNELS} channels in all; dataChannels has ${data} and incrementalTrainingDataChannels ${incremental}`;
  return [{ path: "dataChannels", code: "channels-total", message }];
}

function uniqueChannelNames(inputs: Values): Issue[] {
  const seen = new Map<unknown, string>();
  return ["dataChannels", "incrementalTrainingDataChannels"].flatMap((list) =>
    listOf(inputs[list]).flatMap((channel, index): Issue[] => {
      const name = isRecord(channel) ? channel.channelName : undefined;
      const path = `${list}[${index}].channelName`;
      if (typeof name !== "string") return [];
      const first = seen.get(name);
      if (first === undefined) {
        seen.set(name, path);
        return [];
      }
      const message = `is the same as ${first}; each channel is a folder of that name in the container`;
      return [{ path, code: "channel-name-unique", message, hint: "give each channel a name of its own" }];
    }),
  );
}
