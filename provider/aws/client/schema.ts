import type { $SchemaRef, StaticListSchema, StaticOperationSchema, StaticStructureSchema } from "@smithy/types";

export const namespace = "com.amazonaws.cleanroomsml";

// Numbers of the SDK's schema notation.
export const text = 0;
export const number = 1;
export const boolean = 2;
/** A timestamp written as an RFC 3339 string. */
export const dateTime = 5;
export const listOfText = 64;
export const mapOfText = 128;
/** A string that is a part of the path. */
export const label: $SchemaRef = [text, 1];
/** A member that is a part of the query. */
export const query = (name: string, of = text): $SchemaRef => [of, { httpQuery: name }];
/** What every list takes. */
export const page = { nextToken: query("nextToken"), maxResults: query("maxResults", number) };

type Required<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Optional<T> = Exclude<keyof T, Required<T>>;

/** The compiler holds each schema to its interface: every member, no other, and each as optional as it is there. */
export function structure<T>(
  name: string,
  required: Record<Required<T>, $SchemaRef>,
  optional: Record<Optional<T>, $SchemaRef>,
): StaticStructureSchema {
  const members: Record<string, $SchemaRef> = { ...required, ...optional };
  return [3, namespace, name, 0, Object.keys(members), Object.values(members), Object.keys(required).length];
}

/** An answer without members. */
export const empty = (name: string): StaticStructureSchema => [3, namespace, name, 0, [], []];

export const list = (name: string, member: StaticStructureSchema): StaticListSchema => [1, namespace, name, 0, member];

export const operation = (
  name: string,
  http: [method: string, path: string],
  input: StaticStructureSchema,
  output: $SchemaRef,
): StaticOperationSchema => [9, namespace, name, { http: [...http, 200] }, input, output];
