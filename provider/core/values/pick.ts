/** Properties as a host or a preview has them. */
export type Values = Record<string, unknown>;

/** The members of some values that are listed and set. */
export function pick<T extends object, K extends keyof T>(values: T, keys: readonly K[]): Partial<Pick<T, K>>;
export function pick(values: object, keys: readonly string[]): Values;
export function pick(values: object, keys: readonly string[]): object {
  const members = new Map(Object.entries(values));
  return Object.fromEntries(keys.filter((key) => members.get(key) !== undefined).map((key) => [key, members.get(key)]));
}
