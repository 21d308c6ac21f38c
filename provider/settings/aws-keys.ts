import { type GetConfig, isSet } from "./setting-values";

/**
 * What this package does with a key of `@pulumi/aws`: `obeyed`; `ignored`, and a warning names it; `without effect`, since
 * it does not say how Clean Rooms ML is called.
 */
export interface AwsKey {
  is: "obeyed" | "ignored" | "without effect";
  /** For docs/configuration.md. */
  note: string;
}

const obeyed = (note = "") => ({ is: "obeyed", note }) as const;
const ignored = (note: string) => ({ is: "ignored", note }) as const;
const withoutEffect = (note: string) => ({ is: "without effect", note }) as const;

const identity = "ignored if an identity is set under `cleanroomsml:`";

/** Every key of `@pulumi/aws`, its older ones too. A test holds it to that package. */
export const awsKeys = {
  accessKey: obeyed(`together with \`secretKey\`; ${identity}`),
  allowedAccountIds: obeyed(
    "STS is asked for the account once, before the first call to Clean Rooms ML; the credentials of an assumed role already name their account",
  ),
  assumeRole: obeyed(`the older form of \`assumeRoles\`; if both are set, \`assumeRoles\` is used; ${identity}`),
  assumeRoleWithWebIdentity: obeyed(`\`assumeRoles\` are then assumed with its credentials; ${identity}`),
  assumeRoles: obeyed(`an unknown member is an error; ${identity}`),
  customCaBundle: obeyed("used instead of Node's certificates"),
  defaultTags: obeyed(),
  ec2MetadataServiceEndpoint: obeyed(),
  ec2MetadataServiceEndpointMode: obeyed(),
  endpoints: obeyed("its members `cleanroomsml`, `sts` and `sso`; the other members belong to other services"),
  forbiddenAccountIds: obeyed("checked as `allowedAccountIds` is"),
  httpProxy: obeyed("for endpoints that begin with `http:`, also those on this machine"),
  httpsProxy: obeyed("for endpoints that begin with `https:`"),
  ignoreTags: obeyed("the program may not set such a tag; the package never changes tags that the program does not set"),
  insecure: ignored("certificates are always verified; name your own with `customCaBundle`"),
  maxRetries: obeyed("the most attempts of a request; a request that starts a training is sent once"),
  noProxy: obeyed(),
  profile: obeyed(identity),
  region: obeyed("used if neither the input `region` nor `cleanroomsml:region` is set"),
  retryMode: obeyed(),
  s3ForcePathStyle: withoutEffect("S3 is not called"),
  s3UsEast1RegionalEndpoint: withoutEffect("S3 is not called"),
  s3UsePathStyle: withoutEffect("S3 is not called"),
  secretKey: obeyed("used as `accessKey` is"),
  sharedConfigFiles: obeyed(`one file; more are an error; ${identity}`),
  sharedCredentialsFile: obeyed("the older form of `sharedCredentialsFiles`"),
  sharedCredentialsFiles: obeyed(`one file; more are an error; ${identity}`),
  skipCredentialsValidation: withoutEffect("credentials are never tried before they are used"),
  skipGetEc2Platforms: withoutEffect("EC2 is not called"),
  skipMetadataApiCheck: obeyed("credentials are then not looked for in the machine's metadata"),
  skipRegionValidation: obeyed("allows a region that this package does not know"),
  skipRequestingAccountId: obeyed("an error together with `allowedAccountIds` or `forbiddenAccountIds`"),
  stsRegion: obeyed(),
  tagPolicyCompliance: ignored("tag policies are not checked"),
  token: obeyed("used as `accessKey` is"),
  tokenBucketRateLimiterCapacity: ignored("the AWS SDK's own limit of retries is used"),
  useDualstackEndpoint: obeyed("an error together with an endpoint that you set"),
  useFipsEndpoint: obeyed("an error together with an endpoint that you set"),
  userAgents: obeyed(),
} satisfies Record<string, AwsKey>;

type Table = typeof awsKeys;

/** The names of those that are obeyed. */
export type ObeyedKey = { [Name in keyof Table]: Table[Name]["is"] extends "obeyed" ? Name : never }[keyof Table];

/** Values that ask for nothing. */
const idle: readonly unknown[] = [false, "false", "disabled"];

/** The keys that are set, ask for something, and do not get it. */
export function awsKeysLeftAside(get: GetConfig): string[] {
  return Object.entries<AwsKey>(awsKeys)
    .filter(([, { is }]) => is === "ignored")
    .map(([name]) => `aws:${name}`)
    .filter((key) => isSet(get(key)) && !idle.includes(get(key)));
}
