import { defined } from "../utils/defined";
import { type AwsSettings, readAwsSettings } from "./aws-settings";
import {
  asTextMap,
  type GetConfig,
  isSet,
  membersOf,
  optional,
  SettingError,
  structureAt,
  textAt,
  urlAt,
  wholeNumberAt,
} from "./setting-values";

export { type GetConfig, SettingError } from "./setting-values";

/** What the stack's configuration, or the Provider of a resource, says. */
export interface Settings extends AwsSettings {
  region?: string;
  endpoint?: string;
  defaultTags: Record<string, string>;
  /** How many models of a membership may train at a time. */
  maxConcurrentTrainings?: number;
}

/** Reads the settings. Ours win over those of `@pulumi/aws`, the environment comes after both. */
export function readSettings(get: GetConfig, env: NodeJS.ProcessEnv): Settings {
  const aws = readAwsSettings(get);
  return {
    ...aws,
    defaultTags: defaultTagsOf(get),
    ...defined({
      region:
        textAt(get, "cleanroomsml:region") ??
        textAt(get, "aws:region") ??
        (env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined),
      endpoint: urlAt(get, "cleanroomsml:endpoint") ?? aws.endpoint,
      maxConcurrentTrainings: wholeNumberAt(get, "cleanroomsml:maxConcurrentTrainings"),
    }),
  };
}

/**
 * The most instance-hours that one training may use, `cleanroomsml:maxInstanceHours`. On its own: a preview asks for it
 * and must not fail for another setting.
 */
export function readInstanceHoursLimit(get: GetConfig): number | undefined {
  const key = "cleanroomsml:maxInstanceHours";
  const value = get(key);
  if (!isSet(value)) return undefined;
  const hours = Number(value);
  if (!Number.isFinite(hours) || hours <= 0) throw new SettingError(key, "must be a number of hours above 0");
  return hours;
}

function defaultTagsOf(get: GetConfig): Record<string, string> {
  const key = "aws:defaultTags";
  const { tags } = optional(structureAt(get, key), key, (value) => membersOf(value, key, ["tags"])) ?? {};
  return optional(tags, `${key}.tags`, asTextMap) ?? {};
}
