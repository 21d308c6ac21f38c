import { isRecord } from "../utils/guards";
import { joinPath } from "../utils/join-path";
import { type Shape, shapeOf } from "./model";

/** What a value breaks of the service model. Data, not an error: who asks decides what it means. */
export interface Violation {
  /** Where, as Pulumi writes property paths: `dataChannels[2].channelName`. */
  path: string;
  code: "missing" | "type" | "unknown-member" | "min" | "max" | "pattern" | "enum";
  /** The shape whose rule is broken, e.g. `NameString`. */
  shape: string;
  /** The rule, in words, without the value: a value may be a secret. */
  message: string;
}

/** `true` for a value that cannot be known yet and so breaks nothing. */
export type IsUnknown = (value: unknown) => boolean;

const never: IsUnknown = () => false;

/** Everything that `value` breaks of the shape `name`, deepest paths included. */
export function violationsOf(name: string, value: unknown, path = "", isUnknown: IsUnknown = never): Violation[] {
  if (isUnknown(value)) return [];
  const shape = shapeOf(name);
  const found = (code: Violation["code"], message: string, at = path): Violation => ({ path: at, code, shape: name, message });
  switch (shape.type) {
    case "structure": {
      if (!isRecord(value)) return [found("type", "must be an object")];
      const members = shape.members ?? {};
      const unknownMembers = Object.keys(value)
        .filter((key) => value[key] !== undefined && !(key in members))
        .map((key) => found("unknown-member", `is not a member of ${name}`, joinPath(path, key)));
      const missing = (shape.required ?? [])
        .filter((key) => value[key] === undefined || value[key] === null)
        .map((key) => found("missing", "is required", joinPath(path, key)));
      const nested = Object.entries(members).flatMap(([key, member]) => {
        const v = value[key];
        return v === undefined || v === null ? [] : violationsOf(member.shape, v, joinPath(path, key), isUnknown);
      });
      return [...unknownMembers, ...missing, ...nested];
    }
    case "list": {
      if (!Array.isArray(value)) return [found("type", "must be a list")];
      const member = shape.member?.shape ?? "String";
      return [
        ...sizeViolations(shape, value.length, "items", found),
        ...value.flatMap((v, i) => violationsOf(member, v, `${path}[${i}]`, isUnknown)),
      ];
    }
    case "map": {
      if (!isRecord(value)) return [found("type", "must be a map of strings")];
      const entries = Object.entries(value);
      return [
        ...sizeViolations(shape, entries.length, "entries", found),
        ...entries.flatMap(([key, v]) => [
          ...violationsOf(shape.key?.shape ?? "String", key, joinPath(path, key)).map((x) => ({
            ...x,
            message: `its key ${x.message}`,
          })),
          ...violationsOf(shape.value?.shape ?? "String", v, joinPath(path, key), isUnknown),
        ]),
      ];
    }
    case "integer":
    case "long":
    case "double": {
      if (typeof value !== "number" || !Number.isFinite(value)) return [found("type", "must be a number")];
      if (shape.type !== "double" && !Number.isInteger(value)) return [found("type", "must be a whole number")];
      return rangeViolations(shape, value, found);
    }
    case "boolean":
      return typeof value === "boolean" ? [] : [found("type", "must be true or false")];
    case "timestamp":
      return [];
    case "string": {
      if (typeof value !== "string") return [found("type", "must be a string")];
      if (shape.enum) return shape.enum.includes(value) ? [] : [found("enum", enumRule(shape.enum))];
      const size = sizeViolations(shape, charactersIn(value), "characters", found);
      // The length first: a pattern never runs on more text than the model allows.
      if (size.length > 0 || shape.pattern === undefined) return size;
      return patternOf(shape.pattern).test(value) ? [] : [found("pattern", `must match ${shape.pattern}`)];
    }
  }
}

function sizeViolations(
  shape: Shape,
  size: number,
  unit: string,
  found: (code: "min" | "max", message: string) => Violation,
): Violation[] {
  if (shape.min !== undefined && size < shape.min) {
    if (size === 0) return [found("min", "must not be empty")];
    return [found("min", `must have at least ${shape.min} ${unit}, has ${size}`)];
  }
  if (shape.max !== undefined && size > shape.max) return [found("max", `must have at most ${shape.max} ${unit}, has ${size}`)];
  return [];
}

function rangeViolations(shape: Shape, value: number, found: (code: "min" | "max", message: string) => Violation): Violation[] {
  if (shape.min !== undefined && value < shape.min) return [found("min", `must be at least ${shape.min}`)];
  if (shape.max !== undefined && value > shape.max) return [found("max", `must be at most ${shape.max}`)];
  return [];
}

/** A long list is no help: InstanceType has 133 values. */
function enumRule(values: readonly string[]): string {
  return values.length <= 12
    ? `must be one of ${values.join(", ")}`
    : `is none of the ${values.length} values that the service model knows`;
}

const patterns = new Map<string, RegExp>();

/** The model counts characters; a text of JavaScript has two units for each beyond the basic plane. */
function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The model's patterns are full matches of characters: the range of surrogates in some of them is none of characters beyond the basic plane. */
function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(`^(?:${source})$`, "u");
    patterns.set(source, pattern);
  }
  return pattern;
}
