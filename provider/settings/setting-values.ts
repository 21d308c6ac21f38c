import { homedir } from "node:os";
import { join } from "node:path";
import { nearest } from "../core/check/nearest";
import { isRecord } from "../utils/guards";

/** A setting that cannot be used. Names the key and the mend, never the value. */
export class SettingError extends Error {
  override readonly name = "SettingError" as const;
  constructor(key: string, message: string) {
    super(`the setting \`${key}\` ${message}`);
  }
}

/** How a configuration is asked: by its full key, e.g. `cleanroomsml:region`. */
export type GetConfig = (key: string) => unknown;

/** What is set: neither left out nor empty. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** The text of a key, or undefined where it is not set. */
export function textAt(get: GetConfig, key: string): string | undefined {
  const value = get(key);
  if (!isSet(value)) return undefined;
  if (typeof value !== "string") throw new SettingError(key, "must be text");
  return value;
}

/** The address of a service. */
export function urlAt(get: GetConfig, key: string): string | undefined {
  return optional(textAt(get, key), key, asUrl);
}

/** `true` or `false`, as text or not. */
export function flagAt(get: GetConfig, key: string): boolean | undefined {
  const value = get(key);
  if (!isSet(value)) return undefined;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new SettingError(key, "must be true or false");
}

/** A whole number of at least 1. */
export function wholeNumberAt(get: GetConfig, key: string): number | undefined {
  const value = get(key);
  if (!isSet(value)) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new SettingError(key, "must be a whole number of at least 1");
  return number;
}

/** One of a few texts. */
export function oneOfAt(get: GetConfig, key: string, values: readonly string[]): string | undefined {
  const text = textAt(get, key);
  if (text === undefined || values.includes(text)) return text;
  throw new SettingError(key, `must be ${values.map((value) => `\`${value}\``).join(" or ")}`);
}

/** The list of texts of a key. */
export function textsAt(get: GetConfig, key: string): string[] | undefined {
  return optional(structureAt(get, key), key, asTexts);
}

/** A list or a map, which the configuration keeps as JSON text. */
export function structureAt(get: GetConfig, key: string): unknown {
  const value = get(key);
  if (!isSet(value)) return undefined;
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new SettingError(key, "must be JSON, as `pulumi config set --path` writes it");
  }
}

/** The members of a map that are set. One that is not known is refused: it may hold a restriction. */
export function membersOf<Name extends string>(
  value: unknown,
  path: string,
  known: readonly Name[],
): Partial<Record<Name, unknown>> {
  const given = asMap(value, path);
  for (const name of Object.keys(given)) {
    if (known.some((member) => member === name)) continue;
    const meant = nearest(name, known);
    throw new SettingError(`${path}.${name}`, `is not known${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`);
  }
  const members: Partial<Record<Name, unknown>> = {};
  for (const name of known) if (given[name] !== undefined && given[name] !== null) members[name] = given[name];
  return members;
}

/** `read` of a value that is there. */
export function optional<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | undefined {
  return value === undefined ? undefined : read(value, path);
}

/** `pulumi config set --path` makes a number of `1234`, and a boolean of `true`; a number that lost digits is no text any more. */
export function asText(value: unknown, path: string): string {
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
  throw new SettingError(path, "must be text");
}

export function asUrl(value: unknown, path: string): string {
  if (typeof value === "string" && /^https?:\/\/[^/]/i.test(value) && URL.canParse(value)) return value;
  throw new SettingError(path, "must be a URL such as `http://127.0.0.1:4566`");
}

export function asTexts(value: unknown, path: string): string[] {
  return asList(value, path).map((item, index) => asText(item, `${path}[${index}]`));
}

/** A map of texts; an empty one is text here. */
export function asTextMap(value: unknown, path: string): Record<string, string> {
  const entries = Object.entries(asMap(value, path));
  return Object.fromEntries(entries.map(([key, item]) => [key, item === "" ? "" : asText(item, `${path}.${key}`)]));
}

export function asList(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new SettingError(path, "must be a list");
}

export function asMap(value: unknown, path: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new SettingError(path, "must be a map");
}

/** The path of a file; `~` is the home of whoever runs Pulumi. */
export function inHome(file: string | undefined): string | undefined {
  return file?.startsWith("~/") ? join(homedir(), file.slice(2)) : file;
}
