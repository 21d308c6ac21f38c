import { providerKeys } from "../core/run/provider-keys";

/** Where the settings have each input of the provider: those of the class, and the limits of a stack. */
export const settingKeys: Readonly<Record<string, { key: string }>> = {
  ...providerKeys,
  maxInstanceHours: { key: "cleanroomsml:maxInstanceHours" },
  maxConcurrentTrainings: { key: "cleanroomsml:maxConcurrentTrainings" },
};

/** A message of the rules, which know some settings by the key that `@pulumi/aws` has for them, and the plugin does not see. */
export function inOwnWords(message: string): string {
  return message
    .replace(/`cleanroomsml:(\w+)` or `aws:\1`/g, "`cleanroomsml:$1`")
    .replace(/\baws:defaultTags\.tags\b/g, "cleanroomsml:defaultTags")
    .replace(/(?<!arn:)\baws:(\w+)/g, (text, name: string) => (name in settingKeys ? `cleanroomsml:${name}` : text));
}
