import { type GetConfig, isSet } from "./setting-values";

/**
 * What becomes of a key of `@pulumi/aws`: `obeyed`; `aside`, and a warning names it; `without effect`, since it says
 * nothing of how Clean Rooms ML is called.
 */
export interface AwsKey {
  is: "obeyed" | "aside" | "without effect";
  /** For README. */
  note: string;
}

const obeyed = (note = ""): AwsKey => ({ is: "obeyed", note });
const aside = (note: string): AwsKey => ({ is: "aside", note });
const withoutEffect = (note: string): AwsKey => ({ is: "without effect", note });

const identity = "stands back behind an identity of `cleanroomsml:`";

/** Every key of `@pulumi/aws`, its older ones too. A test holds it to that package. */
export const awsKeys = {
  accessKey: obeyed(`with \`secretKey\`; ${identity}`),
  allowedAccountIds: obeyed(
    "STS is asked for the account, once, before the first call to Clean Rooms ML; the credentials of a role name theirs themselves",
  ),
  assumeRole: obeyed(`the older form of \`assumeRoles\`, which wins; ${identity}`),
  assumeRoleWithWebIdentity: obeyed(`\`assumeRoles\` come on top of it; ${identity}`),
  assumeRoles: obeyed(`a member that is not known is refused; ${identity}`),
  customCaBundle: obeyed("in place of Node's certificates"),
  defaultTags: obeyed(),
  ec2MetadataServiceEndpoint: obeyed(),
  ec2MetadataServiceEndpointMode: obeyed(),
  endpoints: obeyed("its members `cleanroomsml`, `sts` and `sso`; the others are of other services"),
  forbiddenAccountIds: obeyed("as `allowedAccountIds`"),
  httpProxy: obeyed("for endpoints of `http`, also on this machine"),
  httpsProxy: obeyed("for endpoints of `https`"),
  ignoreTags: obeyed("a tag that the program sets must not be among them; others are never touched"),
  insecure: aside("certificates are always verified; `customCaBundle` names your own"),
  maxRetries: obeyed("the most attempts of a request; one that starts a training is sent once"),
  noProxy: obeyed(),
  profile: obeyed(identity),
  region: obeyed("behind the input and `cleanroomsml:region`"),
  retryMode: obeyed(),
  s3ForcePathStyle: withoutEffect("S3 is not called"),
  s3UsEast1RegionalEndpoint: withoutEffect("S3 is not called"),
  s3UsePathStyle: withoutEffect("S3 is not called"),
  secretKey: obeyed("as `accessKey`"),
  sharedConfigFiles: obeyed(`one file, more are refused; ${identity}`),
  sharedCredentialsFile: obeyed("the older form of `sharedCredentialsFiles`"),
  sharedCredentialsFiles: obeyed(`one file, more are refused; ${identity}`),
  skipCredentialsValidation: withoutEffect("credentials are not tried ahead"),
  skipGetEc2Platforms: withoutEffect("EC2 is not called"),
  skipMetadataApiCheck: obeyed("no credentials of the machine's metadata are looked for"),
  skipRegionValidation: obeyed("a region may be one that this package does not know"),
  skipRequestingAccountId: obeyed("refused beside `allowedAccountIds` and `forbiddenAccountIds`"),
  stsRegion: obeyed(),
  tagPolicyCompliance: aside("no tag policy is looked at"),
  token: obeyed("as `accessKey`"),
  tokenBucketRateLimiterCapacity: aside("the AWS SDK's own limit of retries holds"),
  useDualstackEndpoint: obeyed("refused beside an endpoint that is given"),
  useFipsEndpoint: obeyed("refused beside an endpoint that is given"),
  userAgents: obeyed(),
} satisfies Record<string, AwsKey>;

/** Values that ask for nothing. */
const idle: readonly unknown[] = [false, "false", "disabled"];

/** The keys that are set, ask for something, and do not get it. */
export function awsKeysLeftAside(get: GetConfig): string[] {
  return Object.entries<AwsKey>(awsKeys)
    .filter(([, { is }]) => is === "aside")
    .map(([name]) => `aws:${name}`)
    .filter((key) => isSet(get(key)) && !idle.includes(get(key)));
}
