import { isRecord } from "../trained-model/unknown";

/** One role to assume, as `@pulumi/aws` configures it. */
export interface RoleSetting {
  roleArn: string;
  sessionName?: string;
  externalId?: string;
  /** Seconds. */
  durationSeconds?: number;
}

/** What the stack's configuration, or the Provider of a resource, says. */
export interface Settings {
  region?: string;
  profile?: string;
  assumeRoles: RoleSetting[];
  endpoint?: string;
  defaultTags: Record<string, string>;
  /** How many models of a membership may train at a time. */
  maxConcurrentTrainings?: number;
}

/** A setting that cannot be used. Names the key and the mend. */
export class SettingError extends Error {
  override readonly name = "SettingError" as const;
  constructor(key: string, message: string) {
    super(`the setting \`${key}\` ${message}`);
  }
}

/** How a configuration is asked: by its full key, e.g. `cleanroomsml:region`. */
export type GetConfig = (key: string) => unknown;

/** Reads the settings. Ours win over those of `@pulumi/aws`, the environment comes after both. */
export function readSettings(get: GetConfig, env: NodeJS.ProcessEnv): Settings {
  const text = (key: string): string | undefined => {
    const value = get(key);
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value !== "string") throw new SettingError(key, "must be text");
    return value;
  };
  const region = text("cleanroomsml:region") ?? text("aws:region") ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  const ownsIdentity = text("cleanroomsml:profile") !== undefined || text("cleanroomsml:assumeRoles") !== undefined;
  const prefix = ownsIdentity ? "cleanroomsml" : "aws";
  const profile = text(`${prefix}:profile`);
  const endpoint = text("cleanroomsml:endpoint");
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new SettingError("cleanroomsml:endpoint", "must be a URL such as `http://127.0.0.1:4566`");
  }
  const maxConcurrentTrainings = wholeNumberOf(get, "cleanroomsml:maxConcurrentTrainings");
  return {
    ...(maxConcurrentTrainings === undefined ? {} : { maxConcurrentTrainings }),
    assumeRoles: [...rolesOf(get, `${prefix}:assumeRoles`), ...(ownsIdentity ? [] : rolesOf(get, "aws:assumeRole"))],
    defaultTags: defaultTagsOf(get),
    ...(region === undefined || region === "" ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}

/**
 * The most instance-hours that one training may use, `cleanroomsml:maxInstanceHours`. On its own: a preview asks for it
 * and must not fail for another setting.
 */
export function readInstanceHoursLimit(get: GetConfig): number | undefined {
  const key = "cleanroomsml:maxInstanceHours";
  const value = get(key);
  if (value === undefined || value === null || value === "") return undefined;
  const hours = Number(value);
  if (!Number.isFinite(hours) || hours <= 0) throw new SettingError(key, "must be a number of hours above 0");
  return hours;
}

function rolesOf(get: GetConfig, key: string): RoleSetting[] {
  const value = parsed(get, key);
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((role: unknown) => {
    if (!isRecord(role) || typeof role.roleArn !== "string") throw new SettingError(key, "must be a list of `{ roleArn, … }`");
    const durationSeconds = secondsOf(role.durationSeconds ?? role.duration);
    return {
      roleArn: role.roleArn,
      ...(typeof role.sessionName === "string" ? { sessionName: role.sessionName } : {}),
      ...(typeof role.externalId === "string" ? { externalId: role.externalId } : {}),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
    };
  });
}

function wholeNumberOf(get: GetConfig, key: string): number | undefined {
  const value = get(key);
  if (value === undefined || value === null || value === "") return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new SettingError(key, "must be a whole number of at least 1");
  return number;
}

function secondsOf(value: unknown): number | undefined {
  const [, count, unit] = /^(\d+)(s|m|h)?$/.exec(String(value ?? "")) ?? [];
  if (count === undefined) return undefined;
  return Number(count) * ({ m: 60, h: 3_600 }[unit ?? ""] ?? 1);
}

function defaultTagsOf(get: GetConfig): Record<string, string> {
  const value = parsed(get, "aws:defaultTags");
  const tags = isRecord(value) ? value.tags : undefined;
  if (!isRecord(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, tag]) => [key, String(tag)]));
}

/** Structured configuration comes as JSON text. */
function parsed(get: GetConfig, key: string): unknown {
  const value = get(key);
  if (typeof value !== "string" || value === "") return value === "" ? undefined : value;
  try {
    return JSON.parse(value);
  } catch {
    throw new SettingError(key, "must be JSON, as `pulumi config set --path` writes it");
  }
}
