import type { Values } from "../core/values/pick";
import { isRecord, listOf } from "../utils/guards";
import type { ObeyedKey } from "./aws-keys";
import { isSet } from "./setting-values";

/** What to set in place of a key of `@pulumi/aws`: an input of the plugin, or a variable of the environment. */
type Mend = { input: string; value: unknown } | { variable: string; value: unknown };

/** What to set for a value; undefined stands for one that is secret. */
type Way = (value: unknown) => Mend[];

/** Who the calls are made as. One of the plugin's own is enough. */
const identity: readonly string[] = ["profile", "assumeRoles", "assumeRoleWithWebIdentity"];

const input =
  (name: string): Way =>
  (value) => [{ input: name, value }];
const variable =
  (name: string): Way =>
  (value) => [{ variable: name, value }];
/** The plugin has no such key: a profile says the same. */
const inProfile: Way = () => [{ input: "profile", value: undefined }];
/** Says neither who calls, nor where, nor with which tags; or never stands alone. */
const nothing: Way = () => [];

/** A key that this package obeys has its line here, or the plugin would be without it in silence. */
const ways = {
  accessKey: inProfile,
  allowedAccountIds: input("allowedAccountIds"),
  assumeRole: (value) => [{ input: "assumeRoles", value: value === undefined ? undefined : [structureOf(value)] }],
  assumeRoleWithWebIdentity: input("assumeRoleWithWebIdentity"),
  assumeRoles: input("assumeRoles"),
  customCaBundle: input("customCaBundle"),
  defaultTags: (value) => [{ input: "defaultTags", value: tagsOf(value) }],
  ec2MetadataServiceEndpoint: variable("AWS_EC2_METADATA_SERVICE_ENDPOINT"),
  ec2MetadataServiceEndpointMode: variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"),
  endpoints: (value) => [
    ...memberOf(value, "cleanroomsml", input("endpoint")),
    ...memberOf(value, "sts", input("stsEndpoint")),
    ...memberOf(value, "sso", variable("AWS_ENDPOINT_URL_SSO")),
  ],
  forbiddenAccountIds: input("forbiddenAccountIds"),
  httpProxy: input("httpProxy"),
  httpsProxy: input("httpsProxy"),
  ignoreTags: nothing,
  maxRetries: input("maxRetries"),
  noProxy: input("noProxy"),
  profile: input("profile"),
  region: input("region"),
  retryMode: nothing,
  secretKey: nothing,
  sharedConfigFiles: inProfile,
  sharedCredentialsFile: inProfile,
  sharedCredentialsFiles: inProfile,
  skipMetadataApiCheck: (value) => (String(value) === "true" ? [{ variable: "AWS_EC2_METADATA_DISABLED", value }] : []),
  skipRegionValidation: input("skipRegionValidation"),
  skipRequestingAccountId: nothing,
  stsRegion: input("stsRegion"),
  token: nothing,
  useDualstackEndpoint: input("useDualstackEndpoint"),
  useFipsEndpoint: input("useFipsEndpoint"),
  userAgents: nothing,
} satisfies Record<ObeyedKey, Way>;

/**
 * What to set, for each key of `@pulumi/aws` that the stack has and the plugin would not see: the engine tells a plugin those of
 * its own namespace alone. `keys` are all of the stack, undefined where secret; `own` are the plugin's inputs.
 */
export function unseenKeys(keys: Values, own: Values, env: NodeJS.ProcessEnv): string[] {
  const hasIdentity = identity.some((name) => isSet(own[name]));
  const isMissing = (mend: Mend) => {
    if ("variable" in mend) return !env[mend.variable];
    return !isSet(own[mend.input]) && !(hasIdentity && identity.includes(mend.input));
  };
  return Object.entries<Way>(ways)
    .filter(([name]) => `aws:${name}` in keys && keys[`aws:${name}`] !== "")
    .flatMap(([name, way]) =>
      way(keys[`aws:${name}`])
        .filter(isMissing)
        .map((mend) => `the provider plugin cleanroomsml does not see \`aws:${name}\`: ${told(mend)}`),
    );
}

function told(mend: Mend): string {
  const text = mend.value === undefined ? "…" : typeof mend.value === "string" ? mend.value : JSON.stringify(mend.value);
  const quoted = /^[\w./:@-]+$|^…$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  if ("variable" in mend) return `set the environment variable \`${mend.variable}=${quoted}\``;
  return `run \`pulumi config set cleanroomsml:${mend.input} ${quoted}\``;
}

/** `@pulumi/aws` has the tags under a name of their own. */
function tagsOf(value: unknown): unknown {
  const tags = structureOf(value);
  return isRecord(tags) ? tags.tags : undefined;
}

/** The member of a map, or of a list of maps; of a secret, which nobody looks into, as if it were there. */
function memberOf(value: unknown, name: string, way: Way): Mend[] {
  if (value === undefined) return name === "cleanroomsml" ? way(undefined) : [];
  const structure = structureOf(value);
  const maps = Array.isArray(structure) ? listOf(structure) : [structure];
  const found = maps.map((map) => (isRecord(map) ? map[name] : undefined)).find(isSet);
  return found === undefined ? [] : way(found);
}

/** A structure comes as itself or as its text. */
function structureOf(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
