import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { getDefaultRoleAssumer } from "@aws-sdk/nested-clients/sts";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";

/** One role to assume, under the names of Pulumi's AWS provider. */
export interface AssumeRole {
  roleArn: string;
  sessionName?: string;
  /** The same as `sessionName`; AWS's own name for it. */
  roleSessionName?: string;
  externalId?: string;
  durationSeconds?: number;
  policy?: string;
  policyArns?: string[];
  sourceIdentity?: string;
  tags?: Record<string, string>;
  transitiveTagKeys?: string[];
}

/** Who calls. */
export interface Identity {
  profile?: string;
  /** Instead of the SDK's default chain. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  /** Assumed one after the other, each with the credentials of the one before. */
  assumeRoles?: AssumeRole[];
}

/** There are no credentials. Told apart from a failed call, since no request was sent to Clean Rooms ML. */
export class NoCredentialsError extends Error {
  override readonly name = "CredentialsProviderError";
}

/** The SDK's default chain (environment, profile, SSO, process, container, instance), and the roles on top of it. */
export function credentialsOf(
  identity: Identity,
  region: string,
  requestHandler: NodeHttpHandler,
): AwsCredentialIdentityProvider {
  const { profile, credentials, assumeRoles = [] } = identity;
  const base: AwsCredentialIdentityProvider =
    typeof credentials === "function"
      ? credentials
      : credentials !== undefined
        ? async () => credentials
        : defaultProvider({ ...(profile !== undefined && { profile, logger: quiet }), clientConfig: { region } });
  const last = assumeRoles.reduce((source, role) => assumed(source, role, region, requestHandler), base);
  return async (properties) => {
    try {
      return await last(properties);
    } catch (error) {
      throw new NoCredentialsError(explain(error, identity), { cause: error });
    }
  };
}

/** Who names a profile need not hear on stderr that there are keys in the environment too. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function assumed(source: AwsCredentialIdentityProvider, role: AssumeRole, region: string, requestHandler: NodeHttpHandler) {
  const assume = getDefaultRoleAssumer({ region, requestHandler });
  const session = role.sessionName ?? role.roleSessionName ?? `pulumi-cleanroomsml-${process.pid}`;
  return async (properties?: Record<string, unknown>): Promise<AwsCredentialIdentity> =>
    assume(await source(properties), {
      RoleArn: role.roleArn,
      RoleSessionName: session,
      ExternalId: role.externalId,
      DurationSeconds: role.durationSeconds,
      Policy: role.policy,
      PolicyArns: role.policyArns?.map((arn) => ({ arn })),
      SourceIdentity: role.sourceIdentity,
      Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
      TransitiveTagKeys: role.transitiveTagKeys,
    });
}

/** One line, and whose: the chain ends with the same words for every way in which a profile can fail. */
function explain(error: unknown, { assumeRoles = [], profile = process.env.AWS_PROFILE }: Identity): string {
  const { message = "", name = "Error", code } = Object(error) as { message?: string; name?: string; code?: string };
  const said = message.split("\n")[0] || code || name;
  if (assumeRoles.length > 0) return `no credentials of the assumed role: ${said}`;
  return profile ? `${said} (profile ${profile})` : said;
}
