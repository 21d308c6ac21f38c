import { isRecord } from "../../utils/guards";
import { invalid, type WireError } from "../wire/errors";

/** Reads a value from outside; throws where it is not what it has to be. */
export type Read<T> = (value: unknown, path: string) => T;

/** The members of an object from outside, each looked at when it is asked for. */
export class Members {
  readonly #values: Record<string, unknown>;
  readonly #path: string;
  readonly #asked = new Set<string>();

  constructor(value: unknown, path = "") {
    if (!isRecord(value)) throw wrong(path, "must be an object");
    this.#values = value;
    this.#path = path;
  }

  required<T>(name: string, read: Read<T>): T {
    const value = this.optional(name, read);
    if (value === undefined) throw wrong(this.#at(name), "is missing");
    return value;
  }

  optional<T>(name: string, read: Read<T>): T | undefined {
    this.#asked.add(name);
    const value = Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
    return value === undefined ? undefined : read(value, this.#at(name));
  }

  /** Refuses what nobody has asked for: it would do nothing, and without a word. */
  end(): void {
    const unknown = Object.keys(this.#values).find((name) => !this.#asked.has(name));
    if (unknown !== undefined) throw wrong(this.#at(unknown), "is not known");
  }

  #at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }
}

export const text: Read<string> = (value, path) => {
  if (typeof value === "string") return value;
  throw wrong(path, "must be text");
};

export const flag: Read<boolean> = (value, path) => {
  if (typeof value === "boolean") return value;
  throw wrong(path, "must be true or false");
};

export const number: Read<number> = (value, path) => {
  if (typeof value === "number") return value;
  throw wrong(path, "must be a number");
};

/** How many, or how long. */
export const amount: Read<number> = (value, path) => {
  if (typeof value === "number" && value >= 0) return value;
  throw wrong(path, "must be a number of at least 0");
};

export function oneOf<const V extends string>(values: readonly V[]): Read<V> {
  return (value, path) => {
    const given = text(value, path);
    const found = values.find((one) => one === given);
    if (found !== undefined) return found;
    throw wrong(path, `must be one of ${values.join(", ")}`);
  };
}

export const textMap: Read<Record<string, string>> = (value, path) => {
  if (!isRecord(value)) throw wrong(path, "must be an object");
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, text(item, `${path}.${key}`)]));
};

/** An object that has these members and no others. */
export function object<T>(read: (members: Members) => T): Read<T> {
  return (value, path) => {
    const members = new Members(value, path);
    const found = read(members);
    members.end();
    return found;
  };
}

function wrong(path: string, what: string): WireError {
  return invalid(`${path} ${what}`);
}
