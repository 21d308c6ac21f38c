import type { Values } from "../core/values/pick";
import { isSet } from "../settings/setting-values";
import { isRecord } from "../utils/guards";

/** Who the calls are made as. One of the plugin's own is enough. */
const identity = ["profile", "assumeRoles", "assumeRoleWithWebIdentity"];

/** Keys of `@pulumi/aws` that have no name of the plugin's: the account would be another without them. */
const otherIdentity = ["accessKey", "assumeRole", "sharedConfigFiles", "sharedCredentialsFile", "sharedCredentialsFiles"];

/**
 * What to set, for each key of `@pulumi/aws` that the stack has and the plugin would not see: the engine tells a plugin those of
 * its own namespace alone. `keys` are all of the stack, `own` the plugin's inputs, `names` what it can be told.
 */
export function missingKeys(keys: Values, own: Values, names: readonly string[]): string[] {
  const hasIdentity = identity.some((name) => isSet(own[name]));
  return Object.entries(keys).flatMap(([key, value]) => {
    const name = key.startsWith("aws:") ? key.slice("aws:".length) : "";
    if (value === "" || isSet(own[name])) return [];
    if (identity.includes(name) && hasIdentity) return [];
    if (names.includes(name)) return [`${unseen(key)}: run \`${commandFor(name, value)}\``];
    if (otherIdentity.includes(name) && !hasIdentity) return [`${unseen(key)}: run \`${commandFor("profile", undefined)}\``];
    return [];
  });
}

function unseen(key: string): string {
  return `the provider plugin cleanroomsml does not see \`${key}\``;
}

function commandFor(name: string, value: unknown): string {
  const bare = name === "defaultTags" ? tagsOf(value) : value;
  const text = bare === undefined ? "…" : typeof bare === "string" ? bare : JSON.stringify(bare);
  return `pulumi config set cleanroomsml:${name} ${/^[\w./:@-]+$|^…$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`}`;
}

/** `@pulumi/aws` has the tags under a name of their own; a structure comes as itself or as its text. */
function tagsOf(value: unknown): unknown {
  const tags = typeof value === "string" ? parsed(value) : value;
  return isRecord(tags) ? tags.tags : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
