import { operations, shapeOf } from "../../service/model";
import { isOperation, type OperationName } from "../operations";
import { WireError } from "./errors";
import { known } from "./known";
import type { QueryPair } from "./target";

/** An operation and the labels of its path. */
export interface Route {
  operation: OperationName;
  labels: Record<string, string>;
}

const templates = Object.values(operations).flatMap(({ name, http }) =>
  isOperation(name) ? [{ operation: name, method: http.method, parts: http.requestUri.split("/").slice(1) }] : [],
);

/** The operation of a method and a path, or the error that AWS has for neither. */
export function routeOf(method: string, segments: readonly string[]): Route | WireError {
  const found = templates
    .map((template) => ({ ...template, labels: labelsOf(template.parts, segments) }))
    .filter(({ labels }) => labels !== undefined);
  const match = found.find((template) => template.method === method);
  if (match?.labels) return { operation: match.operation, labels: match.labels };
  if (found.length > 0) return new WireError("UnknownOperationException", 405, `${method} is not possible here`);
  return new WireError("UnknownOperationException", 404, "The requested operation does not exist");
}

function labelsOf(parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{")) labels[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return labels;
}

/** The input of an operation from the three places the model puts its members: path, query and body. */
export function inputOf(
  { operation, labels }: Route,
  query: readonly QueryPair[],
  body: Record<string, unknown>,
): Record<string, unknown> {
  const shape = operations[operation]?.input.shape;
  const members = shape === undefined ? {} : (shapeOf(shape).members ?? {});
  const input: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members)) {
    const value =
      member.location === "uri"
        ? labels[member.locationName ?? name]
        : member.location === "querystring"
          ? queryValue(query, member.locationName ?? name, shapeOf(member.shape).type)
          : known(member.shape, body[name]);
    if (value !== undefined && value !== null) input[name] = value;
  }
  return input;
}

function queryValue(query: readonly QueryPair[], name: string, type: string): unknown {
  const values = query.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return undefined;
  if (type === "list") return values;
  // A number that is none stays text, and so breaks its shape.
  return type === "integer" && /^-?\d{1,9}$/.test(first) ? Number(first) : first;
}
