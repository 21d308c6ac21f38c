import type { AssumeRole, WebIdentity } from "../aws/connection/roles";
import { millisecondsOf } from "../core/values/duration";
import { defined } from "../utils/defined";
import { isRecord } from "../utils/guards";
import { asText, asTextMap, asTexts, type GetConfig, membersOf, optional, SettingError, structureAt } from "./setting-values";

/** What each session may be given; both kinds of role have these. */
const session = ["roleArn", "sessionName", "policy", "policyArns", "duration", "durationSeconds"] as const;
const role = [...session, "externalId", "sourceIdentity", "tags", "transitiveTagKeys"] as const;
const webIdentity = [...session, "webIdentityToken", "webIdentityTokenFile"] as const;

/** The roles of the first key that is set: one, or a list of them. */
export function rolesAt(get: GetConfig, keys: readonly string[]): AssumeRole[] {
  for (const key of keys) {
    const value = structureAt(get, key);
    if (value === undefined) continue;
    if (!Array.isArray(value)) return [roleOf(value, key)];
    return value.map((item, index) => roleOf(item, `${key}[${index}]`));
  }
  return [];
}

/** The role that a token of an identity provider is good for. */
export function webIdentityAt(get: GetConfig, key: string): WebIdentity | undefined {
  const value = structureAt(get, key);
  if (value === undefined) return undefined;
  const members = membersOf(value, key, webIdentity);
  const token = optional(members.webIdentityToken, `${key}.webIdentityToken`, asText);
  const tokenFile = optional(members.webIdentityTokenFile, `${key}.webIdentityTokenFile`, asText);
  if ((token === undefined) === (tokenFile === undefined)) {
    throw new SettingError(key, "needs either `webIdentityToken` or `webIdentityTokenFile`");
  }
  return defined({ ...sessionOf(members, key), token, tokenFile });
}

function roleOf(value: unknown, path: string): AssumeRole {
  const members = membersOf(value, path, role);
  const tags = optional(members.tags, `${path}.tags`, asTextMap);
  const transitiveTagKeys = optional(members.transitiveTagKeys, `${path}.transitiveTagKeys`, asTexts);
  if (transitiveTagKeys?.some((key) => !Object.hasOwn(tags ?? {}, key))) {
    throw new SettingError(`${path}.transitiveTagKeys`, "must name keys of `tags` alone");
  }
  return defined({
    ...sessionOf(members, path),
    externalId: optional(members.externalId, `${path}.externalId`, asText),
    sourceIdentity: optional(members.sourceIdentity, `${path}.sourceIdentity`, asText),
    tags,
    transitiveTagKeys,
  });
}

function sessionOf(members: Partial<Record<(typeof session)[number], unknown>>, path: string) {
  if (members.roleArn === undefined) throw new SettingError(`${path}.roleArn`, "is missing");
  return defined({
    roleArn: roleArnOf(members.roleArn, `${path}.roleArn`),
    sessionName: optional(members.sessionName, `${path}.sessionName`, asText),
    policy: optional(members.policy, `${path}.policy`, policyOf),
    policyArns: optional(members.policyArns, `${path}.policyArns`, asTexts),
    durationSeconds: durationOf(members, path),
  });
}

function roleArnOf(value: unknown, path: string): string {
  const arn = asText(value, path);
  if (/^arn:[^:]+:iam::\d{12}:role\/\S+$/.test(arn)) return arn;
  throw new SettingError(path, "must be the ARN of a role, such as `arn:aws:iam::123456789012:role/training`");
}

function policyOf(value: unknown, path: string): string {
  const policy = asText(value, path);
  try {
    if (isRecord(JSON.parse(policy))) return policy;
  } catch {
    // Named below.
  }
  throw new SettingError(path, "must be an IAM policy as JSON text");
}

/** STS's bounds. */
const SHORTEST_SESSION = 900;
const LONGEST_SESSION = 43_200;

function durationOf({ duration, durationSeconds }: { duration?: unknown; durationSeconds?: unknown }, path: string) {
  if (duration !== undefined && durationSeconds !== undefined) {
    throw new SettingError(`${path}.duration`, "cannot stand beside `durationSeconds`");
  }
  const given = duration ?? durationSeconds;
  if (given === undefined) return undefined;
  const text = String(given);
  const seconds = /^\d+$/.test(text) ? Number(text) : (millisecondsOf(text) ?? Number.NaN) / 1_000;
  if (Number.isInteger(seconds) && seconds >= SHORTEST_SESSION && seconds <= LONGEST_SESSION) return seconds;
  const name = duration === undefined ? "durationSeconds" : "duration";
  throw new SettingError(`${path}.${name}`, "must be from 15 minutes to 12 hours, in whole seconds: `1h30m`, or `5400`");
}
