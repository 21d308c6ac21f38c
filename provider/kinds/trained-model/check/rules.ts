import type { Issue } from "../../../core/check/issues";
import { isRecord, isUnknown } from "../../../core/values/unknown";

/** AWS allows 20 channels in all, data and incremental together (prose of CreateTrainedModel; the model says 20 and 1). */
export const MAX_CHANNELS = 20;

/** AWS allows 50 tags a resource (prose of CreateTrainedModel; the model's map allows 200). */
export const MAX_TAGS = 50;

type Rule = (inputs: Record<string, unknown>) => Issue[];

/** What only the prose of the service says, in the order in which a reader meets the inputs. */
export const rules: readonly Rule[] = [channelTotal, uniqueChannelNames, tagCount, tagKeys, region];

function channelTotal(inputs: Record<string, unknown>): Issue[] {
  const data = listOf(inputs.dataChannels).length;
  const incremental = listOf(inputs.incrementalTrainingDataChannels).length;
  if (data > MAX_CHANNELS || data + incremental <= MAX_CHANNELS) return [];
  const message = `a model has at most ${MAX_CHANNELS} channels in all; dataChannels has ${data} and incrementalTrainingDataChannels ${incremental}`;
  return [{ path: "dataChannels", code: "channels-total", message }];
}

function uniqueChannelNames(inputs: Record<string, unknown>): Issue[] {
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

function tagCount({ tags }: Record<string, unknown>): Issue[] {
  const count = isRecord(tags) ? Object.keys(tags).length : 0;
  if (count <= MAX_TAGS) return [];
  return [
    {
      path: "tags",
      code: "tags-total",
      message: `a model has at most ${MAX_TAGS} tags, has ${count} (aws:defaultTags included)`,
    },
  ];
}

function tagKeys({ tags }: Record<string, unknown>): Issue[] {
  if (!isRecord(tags)) return [];
  return Object.keys(tags).flatMap((key): Issue[] => {
    const path = `tags[${JSON.stringify(key)}]`;
    if (/^aws:/i.test(key))
      return [{ path, code: "tag-key-reserved", message: "a key must not begin with `aws:`: AWS keeps it for itself" }];
    if (/^cleanroomsml:/i.test(key))
      return [
        {
          path,
          code: "tag-key-reserved",
          message: "a key must not begin with `cleanroomsml:`: this provider keeps its own marks there",
        },
      ];
    return [];
  });
}

/** Whether it is written as regions are. */
export function isRegionLike(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{2,}(-[a-z0-9]+)+$/.test(value) && value.length <= 63;
}

function region(inputs: Record<string, unknown>): Issue[] {
  const value = inputs.region;
  if (value === undefined || isUnknown(value)) return [];
  if (isRegionLike(value)) return [];
  return [{ path: "region", code: "pattern", message: "must be an AWS region such as `eu-west-1`" }];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
