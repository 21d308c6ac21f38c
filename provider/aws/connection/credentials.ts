import { defaultProvider } from "@aws-sdk/credential-provider-node";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import { firstLineOf } from "../../utils/thrown";
import { type AccountLimits, withinAccounts } from "./accounts";
import { type AssumeRole, assumed, byWebIdentity, type WebIdentity } from "./roles";
import type { Sts } from "./sts";

/** Who calls. */
export interface Identity {
  profile?: string;
  /** Instead of the SDK's default chain. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  /** Instead of either: the role that a token is good for. */
  webIdentity?: WebIdentity;
  /** Assumed one after the other, each with the credentials of the one before. */
  assumeRoles?: AssumeRole[];
  /** Accounts that may be worked in; asked before the first call that is sent. */
  accounts?: AccountLimits;
}

/** There are no credentials. Told apart from a failed call, since no request was sent to Clean Rooms ML. */
class NoCredentialsError extends Error {
  override readonly name = "CredentialsProviderError";
}

/** The SDK's default chain (environment, profile, SSO, process, container, instance) or what stands for it, and the roles on top. */
export function credentialsOf(identity: Identity, sts: Sts): AwsCredentialIdentityProvider {
  const { webIdentity, assumeRoles = [], accounts = {} } = identity;
  const base = webIdentity === undefined ? baseOf(identity, sts) : byWebIdentity(webIdentity, sts);
  const last = assumeRoles.reduce((source, role) => assumed(source, role, sts), base);
  const explained: AwsCredentialIdentityProvider = async (properties) => {
    try {
      return await last(properties);
    } catch (error) {
      throw new NoCredentialsError(explain(error, identity), { cause: error });
    }
  };
  // The account that STS names in its answer is true; one in a file or a variable may be anything.
  const isOfSts = webIdentity !== undefined || assumeRoles.length > 0;
  return withinAccounts(explained, accounts, sts, isOfSts);
}

function baseOf({ profile, credentials }: Identity, { requestHandler, isGiven, assume, assumeWithWebIdentity }: Sts) {
  if (typeof credentials === "function") return credentials;
  if (credentials !== undefined) return async () => credentials;
  return defaultProvider({
    ...(profile !== undefined && { profile, logger: quiet }),
    // No region: SSO would be asked in it, instead of in that of the profile.
    clientConfig: { requestHandler },
    ...(isGiven && { roleAssumer: assume(), roleAssumerWithWebIdentity: assumeWithWebIdentity() }),
  });
}

/** Who names a profile need not hear on stderr that there are keys in the environment too. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** One line, and whose: the chain ends with the same words for every way in which a profile can fail. */
function explain(error: unknown, { webIdentity, assumeRoles = [], profile = process.env.AWS_PROFILE }: Identity): string {
  const said = firstLineOf(error);
  if (webIdentity !== undefined || assumeRoles.length > 0) return `no credentials of the assumed role: ${said}`;
  return profile ? `${said} (profile ${profile})` : said;
}
