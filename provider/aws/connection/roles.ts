import { readFile } from "node:fs/promises";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import type { Sts } from "./sts";

/** A session of a role, under the names of Pulumi's AWS provider. */
interface RoleSession {
  roleArn: string;
  sessionName?: string;
  durationSeconds?: number;
  policy?: string;
  policyArns?: string[];
}

/** One role to assume. */
export interface AssumeRole extends RoleSession {
  externalId?: string;
  sourceIdentity?: string;
  tags?: Record<string, string>;
  transitiveTagKeys?: string[];
}

/** A role that a token of an identity provider is good for; the token, or the file that holds the current one. */
export interface WebIdentity extends RoleSession {
  token?: string;
  tokenFile?: string;
}

/** The credentials of a role, by those of `source`. */
export function assumed(source: AwsCredentialIdentityProvider, role: AssumeRole, sts: Sts): AwsCredentialIdentityProvider {
  const assume = sts.assume();
  return async (properties): Promise<AwsCredentialIdentity> =>
    assume(await source(properties), {
      ...sessionRequest(role),
      ExternalId: role.externalId,
      SourceIdentity: role.sourceIdentity,
      Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
      TransitiveTagKeys: role.transitiveTagKeys,
    });
}

/** The credentials of a role, by a token. A file is read each time: its owner renews it. */
export function byWebIdentity(role: WebIdentity, sts: Sts): AwsCredentialIdentityProvider {
  const assume = sts.assumeWithWebIdentity();
  return async () =>
    assume({ ...sessionRequest(role), WebIdentityToken: role.token ?? (await readFile(role.tokenFile ?? "", "utf8")).trim() });
}

function sessionRequest({ roleArn, sessionName, durationSeconds, policy, policyArns }: RoleSession) {
  return {
    RoleArn: roleArn,
    RoleSessionName: sessionName ?? `pulumi-cleanroomsml-${process.pid}`,
    DurationSeconds: durationSeconds,
    Policy: policy,
    PolicyArns: policyArns?.map((arn) => ({ arn })),
  };
}
