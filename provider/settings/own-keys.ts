import { nearest } from "../core/check/nearest";
import { isRecord } from "../utils/guards";
import { SettingError } from "./setting-values";

const namespace = "cleanroomsml";

/** Every key of this package, and those that Pulumi gives to each. */
export const ownKeys: readonly string[] = [
  "region",
  "profile",
  "assumeRoles",
  "assumeRoleWithWebIdentity",
  "endpoint",
  "stsEndpoint",
  "maxConcurrentTrainings",
  "maxInstanceHours",
];
const ofPulumi: readonly string[] = ["version", "pluginDownloadURL"];

/**
 * A key that does not exist would be a limit that does not hold, or the wrong identity. A project of this name keeps
 * its own keys in the same place.
 */
export function requireKnownKeys(configuration: unknown, project: string | undefined): void {
  if (!isRecord(configuration) || project === namespace) return;
  for (const key of Object.keys(configuration)) {
    const [ours, name = ""] = key.split(":", 2);
    if (ours !== namespace || ownKeys.includes(name) || ofPulumi.includes(name)) continue;
    const meant = nearest(name, ownKeys);
    throw new SettingError(key, `does not exist${meant === undefined ? "" : `; did you mean \`${namespace}:${meant}\`?`}`);
  }
}
