import type { ServiceOptions } from "../aws/connect";
import type { IgnoredTags } from "../trained-model/ignored-tags";
import { identityOf } from "./identity-settings";
import {
  defined,
  fileOf,
  flagAt,
  type GetConfig,
  isSet,
  listOf,
  mapOf,
  membersOf,
  optional,
  SettingError,
  structureAt,
  textAt,
  textsAt,
  textsOf,
  urlAt,
  urlOf,
  wholeNumberAt,
} from "./setting-values";

/** What the keys of `@pulumi/aws` say that are obeyed (`aws-keys.ts` has all of them), and ours that stand for them. */
export interface AwsSettings extends Omit<ServiceOptions, "region"> {
  assumeRoles: NonNullable<ServiceOptions["assumeRoles"]>;
  ignoredTags: IgnoredTags;
  /** Regions that no list has may be named. */
  skipRegionValidation: boolean;
  /** What the SDK takes from the environment alone. */
  variables: Record<string, string>;
}

export function readAwsSettings(get: GetConfig): AwsSettings {
  const { endpoint, sts, variables } = endpointsOf(get);
  const { files, ...identity } = identityOf(get);
  return {
    ...identity,
    ...proxiesOf(get),
    variables: { ...files, ...metadataOf(get), ...variables },
    accounts: accountsOf(get),
    ignoredTags: ignoredTagsOf(get),
    skipRegionValidation: flagAt(get, "aws:skipRegionValidation") ?? false,
    sts: defined({ endpoint: sts, region: textAt(get, "aws:stsRegion") }),
    ...defined({
      endpoint,
      useFipsEndpoint: withoutEndpoint(get, "aws:useFipsEndpoint", endpoint ?? sts),
      useDualstackEndpoint: withoutEndpoint(get, "aws:useDualstackEndpoint", endpoint ?? sts),
      caBundle: fileOf(textAt(get, "aws:customCaBundle")),
      maxAttempts: wholeNumberAt(get, "aws:maxRetries"),
      retryMode: oneOf(get, "aws:retryMode", ["standard", "adaptive"]),
      userAgents: textsAt(get, "aws:userAgents"),
    }),
  };
}

function metadataOf(get: GetConfig): Record<string, string> {
  return defined({
    AWS_EC2_METADATA_DISABLED: flagAt(get, "aws:skipMetadataApiCheck") ? "true" : undefined,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: urlAt(get, "aws:ec2MetadataServiceEndpoint"),
    AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: oneOf(get, "aws:ec2MetadataServiceEndpointMode", ["IPv4", "IPv6"]),
  });
}

/** The members of `aws:endpoints` that matter here; it has one for each service of AWS. */
function endpointsOf(get: GetConfig) {
  const key = "aws:endpoints";
  const value = structureAt(get, key) ?? [];
  const maps = listOf(Array.isArray(value) ? value : [value], key);
  const found = (service: string) => {
    for (const [index, map] of maps.entries()) {
      const place = `${key}[${index}]`;
      const url = mapOf(map, place)[service];
      if (isSet(url)) return urlOf(url, `${place}.${service}`);
    }
    return undefined;
  };
  return {
    endpoint: urlAt(get, "cleanroomsml:endpoint") ?? found("cleanroomsml"),
    sts: urlAt(get, "cleanroomsml:stsEndpoint") ?? found("sts"),
    variables: defined({ AWS_ENDPOINT_URL_SSO: found("sso") }),
  };
}

/** AWS knows no such host as a FIPS one of an address that is given. */
function withoutEndpoint(get: GetConfig, key: string, endpoint: string | undefined): boolean | undefined {
  const flag = flagAt(get, key);
  if (flag && endpoint !== undefined) {
    throw new SettingError(key, "cannot be obeyed at an endpoint that is given: take out one of the two");
  }
  return flag;
}

function proxiesOf(get: GetConfig) {
  const proxies = defined({
    http: proxyAt(get, "aws:httpProxy"),
    https: proxyAt(get, "aws:httpsProxy"),
    none: textAt(get, "aws:noProxy"),
  });
  return Object.keys(proxies).length === 0 ? {} : { proxies };
}

/** With or without a scheme, as Go reads it. */
function proxyAt(get: GetConfig, key: string): string | undefined {
  const text = textAt(get, key);
  if (text === undefined) return undefined;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  throw new SettingError(key, "must be the URL of an http or https proxy");
}

function accountsOf(get: GetConfig) {
  const accounts = defined({
    allowed: accountsAt(get, "aws:allowedAccountIds"),
    forbidden: accountsAt(get, "aws:forbiddenAccountIds"),
  });
  const [key] = Object.keys(accounts);
  if (key !== undefined && flagAt(get, "aws:skipRequestingAccountId")) {
    throw new SettingError(
      "aws:skipRequestingAccountId",
      `cannot be obeyed beside \`aws:${key}AccountIds\`: take out one of the two`,
    );
  }
  return accounts;
}

function accountsAt(get: GetConfig, key: string): string[] | undefined {
  const accounts = textsAt(get, key);
  const wrong = accounts?.findIndex((account) => !/^\d{12}$/.test(account)) ?? -1;
  if (wrong >= 0) throw new SettingError(`${key}[${wrong}]`, "must be an account's 12 digits");
  return accounts?.length === 0 ? undefined : accounts;
}

function ignoredTagsOf(get: GetConfig): IgnoredTags {
  const key = "aws:ignoreTags";
  const { keys, keyPrefixes } =
    optional(structureAt(get, key), key, (value) => membersOf(value, key, ["keys", "keyPrefixes"])) ?? {};
  return {
    keys: optional(keys, `${key}.keys`, textsOf) ?? [],
    keyPrefixes: optional(keyPrefixes, `${key}.keyPrefixes`, textsOf) ?? [],
  };
}

function oneOf(get: GetConfig, key: string, values: readonly string[]): string | undefined {
  const text = textAt(get, key);
  if (text === undefined || values.includes(text)) return text;
  throw new SettingError(key, `must be ${values.map((value) => `\`${value}\``).join(" or ")}`);
}
