import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import { firstLineOf } from "../../utils/thrown";
import type { Sts } from "./sts";

/** The accounts that may be worked in: those that are allowed, where any are, and none that is forbidden. */
export interface AccountLimits {
  allowed?: string[];
  forbidden?: string[];
}

/** The credentials are of an account that the stack keeps out. Nothing was sent to Clean Rooms ML. */
export class WrongAccountError extends Error {
  override readonly name = "WrongAccountError";
}

/** The account of the credentials is not known, and the stack allows some only. Nothing was sent to Clean Rooms ML. */
export class UnknownAccountError extends Error {
  override readonly name = "UnknownAccountError";
}

/** The same credentials, once their account is known to be allowed. Each access key is asked for once. */
export function withinAccounts(
  credentials: AwsCredentialIdentityProvider,
  limits: AccountLimits,
  sts: Sts,
  isOfSts: boolean,
): AwsCredentialIdentityProvider {
  if (limits.allowed === undefined && limits.forbidden === undefined) return credentials;
  const accounts = new Map<string, Promise<string>>();
  const accountOf = (identity: AwsCredentialIdentity): Promise<string> => {
    if (isOfSts && identity.accountId !== undefined) return Promise.resolve(identity.accountId);
    const key = identity.accessKeyId;
    const account = accounts.get(key) ?? askedAccount(identity, sts);
    accounts.set(key, account);
    account.catch(() => accounts.delete(key));
    return account;
  };
  return async (properties) => {
    const identity = await credentials(properties);
    requireAllowed(await accountOf(identity), limits);
    return identity;
  };
}

async function askedAccount(identity: AwsCredentialIdentity, sts: Sts): Promise<string> {
  const why = "the account of the credentials is not known, and `aws:allowedAccountIds` or `aws:forbiddenAccountIds` is set";
  let account: string | undefined;
  try {
    account = await sts.accountOf(identity);
  } catch (error) {
    throw new UnknownAccountError(`${why}: ${firstLineOf(error)}`, { cause: error });
  }
  if (account === undefined) throw new UnknownAccountError(`${why}: STS did not name it`);
  return account;
}

function requireAllowed(account: string, { allowed, forbidden }: AccountLimits): void {
  if (forbidden?.includes(account)) {
    throw new WrongAccountError(`the credentials are of the account ${account}, which \`aws:forbiddenAccountIds\` lists`);
  }
  if (allowed !== undefined && !allowed.includes(account)) {
    throw new WrongAccountError(`the credentials are of the account ${account}, which \`aws:allowedAccountIds\` does not list`);
  }
}
