import type { ServiceOptions } from "../aws/connection/connect";
import type { IgnoredTags } from "../core/check/ignored-tags";
import { defined } from "../utils/defined";
import { identityOf, metadataOf } from "./identity-settings";
import { endpointsOf, proxiesOf, withoutEndpoint } from "./network-settings";
import {
  asTexts,
  flagAt,
  type GetConfig,
  inHome,
  membersOf,
  oneOfAt,
  optional,
  SettingError,
  structureAt,
  textAt,
  textsAt,
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
      caBundle: inHome(textAt(get, "aws:customCaBundle")),
      maxAttempts: wholeNumberAt(get, "aws:maxRetries"),
      retryMode: oneOfAt(get, "aws:retryMode", ["standard", "adaptive"]),
      userAgents: textsAt(get, "aws:userAgents"),
    }),
  };
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
    keys: optional(keys, `${key}.keys`, asTexts) ?? [],
    keyPrefixes: optional(keyPrefixes, `${key}.keyPrefixes`, asTexts) ?? [],
  };
}
