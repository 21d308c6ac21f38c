import type { Issue } from "../core/check/issues";
import type { CheckSettings } from "../kinds/trained-model/check/check";
import { logOnce, setVariables } from "../settings/connection";
import { SettingError, type Settings } from "../settings/settings";
import { checkedSettings, keysLeftAside, offline } from "./runtime";

/** What a check needs of the settings; one that cannot be used is an issue of each resource that it concerns. */
export async function checkSettings(
  inputs: Record<string, unknown>,
  isToCome: boolean,
): Promise<{ settings: CheckSettings; issues: Issue[] }> {
  let found: Settings;
  try {
    found = checkedSettings();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    return { settings: {}, issues: [{ path: "", code: "setting", message: error.message }] };
  }
  warnOfKeysLeftAside();
  const { defaultTags, ignoredTags, skipRegionValidation } = found;
  const region = found.region ?? (isToCome && inputs.region === undefined ? await regionOfProfile(found) : undefined);
  return { settings: { defaultTags, ignoredTags, skipRegionValidation, region, isToCome }, issues: [] };
}

/** Only a file says it, which AWS's own code reads: it is loaded for those alone who have set the region nowhere else. */
async function regionOfProfile(settings: Settings): Promise<string | undefined> {
  setVariables(settings);
  return (require("../aws/connection/place") as typeof import("../aws/connection/place")).configuredRegion(settings.profile);
}

function warnOfKeysLeftAside(): void {
  const keys = keysLeftAside();
  if (keys.length === 0) return;
  const names = keys.map((key) => `\`${key}\``).join(", ");
  logOnce(
    offline.engine,
    "warning",
    `${names}: not obeyed when Clean Rooms ML is called; the documents of pulumi-cleanroomsml say why`,
  );
}
