import { Config, type Input, jsonStringify, ProviderResource, type ResourceOptions } from "@pulumi/pulumi";

/** A role to assume, in the order given: each with the credentials of the one before. */
export interface AssumeRoleArgs {
  /** ARN of the role. */
  roleArn: Input<string>;
  /** Session name, as CloudTrail shows it. Default: one that the SDK makes up. */
  sessionName?: Input<string | undefined>;
  /** The external id that the role asks for. */
  externalId?: Input<string | undefined>;
  /** Length of a session, in seconds. */
  durationSeconds?: Input<number | undefined>;
}

/** The inputs of a Provider. Changing any of them never replaces a model. */
export interface ProviderArgs {
  /** AWS region. Default: AWS_REGION, the profile. */
  region?: Input<string | undefined>;
  /** Profile of the shared AWS configuration. Default: AWS_PROFILE, the default chain. */
  profile?: Input<string | undefined>;
  /** Roles to assume. Default: none. */
  assumeRoles?: Input<Input<AssumeRoleArgs>[] | undefined>;
  /** Endpoint of the service. Default: AWS's, or AWS_ENDPOINT_URL_CLEANROOMSML. */
  endpoint?: Input<string | undefined>;
  /** Tags that every model of this provider gets; a model's own win. Default: none. */
  defaultTags?: Input<Record<string, Input<string>> | undefined>;
}

/** Another region, profile or role than the stack's, for the models that are given it: `{ provider: new Provider("eu", { region: "eu-west-1" }) }`. */
export class Provider extends ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts?: ResourceOptions) {
    super("pulumi-nodejs", name, configOf(args), opts);
  }
}

/** Keys with a namespace: the dynamic host reads bare ones as the project's. */
function configOf({
  region,
  profile,
  assumeRoles,
  endpoint,
  defaultTags,
}: ProviderArgs): Record<string, Input<string> | undefined> {
  // Of a Provider the host sees its own inputs alone, and a limit of the stack holds for every model.
  const stack = new Config("cleanroomsml");
  const limits = ["maxInstanceHours", "maxConcurrentTrainings"].flatMap((key) => {
    const limit = stack.get(key);
    return limit === undefined ? [] : [[`cleanroomsml:${key}`, limit]];
  });
  return {
    ...Object.fromEntries(limits),
    ...(region === undefined ? {} : { "cleanroomsml:region": region as Input<string> }),
    ...(profile === undefined ? {} : { "cleanroomsml:profile": profile as Input<string> }),
    ...(endpoint === undefined ? {} : { "cleanroomsml:endpoint": endpoint as Input<string> }),
    ...(assumeRoles === undefined ? {} : { "cleanroomsml:assumeRoles": jsonStringify(assumeRoles) }),
    ...(defaultTags === undefined ? {} : { "aws:defaultTags": jsonStringify({ tags: defaultTags }) }),
  };
}
