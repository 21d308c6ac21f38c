import { Config, type Input, type Inputs, jsonStringify, ProviderResource, type ResourceOptions } from "@pulumi/pulumi";
import { type ProviderKey, providerKeys } from "../../core/run/provider-keys";
import { hostOfProgram } from "./host";

/** A session of a role, and its restrictions. */
export interface RoleSessionArgs {
  /** ARN of the role. */
  roleArn: Input<string>;
  /** Session name, as CloudTrail shows it. Default: a name that the SDK makes. */
  sessionName?: Input<string | undefined>;
  /** Length of a session, in seconds: 900 to 43200. Default: an hour. */
  durationSeconds?: Input<number | undefined>;
  /** IAM policy as JSON that restricts the session further. */
  policy?: Input<string | undefined>;
  /** ARNs of IAM policies that restrict the session further. */
  policyArns?: Input<Input<string>[] | undefined>;
}

/** A role to assume. Roles are assumed in their order, each with the credentials of the role before it. */
export interface AssumeRoleArgs extends RoleSessionArgs {
  /** The external id that the role requires. */
  externalId?: Input<string | undefined>;
  /** Source identity, as CloudTrail shows it. */
  sourceIdentity?: Input<string | undefined>;
  /** Tags of the session. */
  tags?: Input<Record<string, Input<string>> | undefined>;
  /** Keys of the tags that later sessions keep. */
  transitiveTagKeys?: Input<Input<string>[] | undefined>;
}

/** A role that is assumed with the token of an identity provider. */
export interface AssumeRoleWithWebIdentityArgs extends RoleSessionArgs {
  /** File with the token. It is read for each session. */
  webIdentityTokenFile: Input<string>;
}

/** The inputs of a Provider. Changing any of them never replaces a model. */
export interface ProviderArgs {
  /** AWS region. Default: AWS_REGION, the profile. */
  region?: Input<string | undefined>;
  /** Profile of the shared AWS configuration. Default: AWS_PROFILE, the default chain. */
  profile?: Input<string | undefined>;
  /** Roles to assume, in their order. Default: none. */
  assumeRoles?: Input<Input<AssumeRoleArgs>[] | undefined>;
  /** Role to assume with a token, before the other roles. Default: none. */
  assumeRoleWithWebIdentity?: Input<AssumeRoleWithWebIdentityArgs | undefined>;
  /** Accounts in which the package may work. It asks STS for the account before the first call. Default: all. */
  allowedAccountIds?: Input<Input<string>[] | undefined>;
  /** Accounts in which the package may not work. Default: none. */
  forbiddenAccountIds?: Input<Input<string>[] | undefined>;
  /** Endpoint of the service. Default: AWS's, or AWS_ENDPOINT_URL_CLEANROOMSML. */
  endpoint?: Input<string | undefined>;
  /** Endpoint of STS. Default: AWS's, or AWS_ENDPOINT_URL_STS. */
  stsEndpoint?: Input<string | undefined>;
  /** Region of STS. Default: the region of the models. */
  stsRegion?: Input<string | undefined>;
  /** Whether AWS's FIPS endpoints are called. Default: AWS_USE_FIPS_ENDPOINT, the profile. */
  useFipsEndpoint?: Input<boolean | undefined>;
  /** Whether AWS's dual-stack endpoints are called. Default: AWS_USE_DUALSTACK_ENDPOINT, the profile. */
  useDualstackEndpoint?: Input<boolean | undefined>;
  /** Proxy for endpoints that begin with `http:`. Default: none. */
  httpProxy?: Input<string | undefined>;
  /** Proxy for endpoints that begin with `https:`. Default: none. */
  httpsProxy?: Input<string | undefined>;
  /** Hosts that are called without a proxy, separated by commas. Default: none. */
  noProxy?: Input<string | undefined>;
  /** File with the certificates to trust instead of Node's. Default: Node's certificates. */
  customCaBundle?: Input<string | undefined>;
  /** The most attempts of a request. A request that starts a training is sent once. Default: AWS_MAX_ATTEMPTS, the profile, 3. */
  maxRetries?: Input<number | undefined>;
  /** Whether a region is allowed that this package does not know. Default: false. */
  skipRegionValidation?: Input<boolean | undefined>;
  /** Tags of every model of this provider. If a model has the same key, the model's value is used. Default: none. */
  defaultTags?: Input<Record<string, Input<string>> | undefined>;
}

/**
 * Another region, profile or role than the stack's, for the models to which it is passed.
 *
 * @example
 * ```typescript
 * import { Provider, TrainedModel } from "pulumi-cleanroomsml";
 *
 * const europe = new Provider("europe", {
 *   region: "eu-west-1",
 *   assumeRoles: [{ roleArn: "arn:aws:iam::210987654321:role/training" }],
 * });
 * const model = TrainedModel.get(
 *   "shared",
 *   {
 *     trainedModelArn:
 *       "arn:aws:cleanrooms-ml:eu-west-1:210987654321:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789/trained-model/8f1c2d3e-0000-4000-8000-123456789abc",
 *   },
 *   { provider: europe },
 * );
 * export const status = model.status;
 * ```
 */
export class Provider extends ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts?: ResourceOptions) {
    const isPlugin = hostOfProgram() === "plugin";
    super(isPlugin ? "cleanroomsml" : "pulumi-nodejs", name, isPlugin ? pluginConfigOf(args) : configOf(args), opts);
  }
}

function configOf(args: ProviderArgs): Inputs {
  const { defaultTags, ...rest } = args;
  providerKeys satisfies Record<keyof ProviderArgs, ProviderKey>;
  const given: Inputs = { ...rest, ...(defaultTags !== undefined && { defaultTags: { tags: defaultTags } }) };
  const own = Object.entries<ProviderKey>(providerKeys).flatMap(([name, { key, isJson }]) => {
    const value: unknown = given[name];
    return value === undefined ? [] : [[key, isJson ? jsonStringify(value) : value]];
  });
  const limits = limitsOfStack().map(([key, limit]) => [`cleanroomsml:${key}`, limit]);
  return Object.fromEntries([...limits, ...own]);
}

/** As the plugin's schema has them: bare keys, and JSON for what is no text. */
function pluginConfigOf(args: ProviderArgs): Inputs {
  const given: Inputs = { ...args };
  const own = Object.entries<ProviderKey>(providerKeys).flatMap(([name, { isJson }]) => {
    const value: unknown = given[name];
    return value === undefined ? [] : [[name, isJson ? jsonStringify(value) : value]];
  });
  return Object.fromEntries([...limitsOfStack(), ...own]);
}

/** Of a Provider a host sees its own inputs alone, and a limit of the stack holds for every model. */
function limitsOfStack(): [string, string][] {
  const stack = new Config("cleanroomsml");
  return ["maxInstanceHours", "maxConcurrentTrainings"].flatMap((key): [string, string][] => {
    const limit = stack.get(key);
    return limit === undefined ? [] : [[key, limit]];
  });
}
