import type { JavaScriptValue, Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import { hiddenKeys, isHidden } from "../core/run/hidden-keys";
import { joinPath } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import { UNKNOWN } from "../core/values/unknown";
import { isRecord } from "../utils/guards";
import { isUnknownOnWire, UNKNOWN_ON_WIRE } from "../utils/unknown-on-wire";
import { Struct } from "./pulumi";

/** Properties as the rules see them, and what the engine says of them by path. */
export interface Decoded {
  /** Without Pulumi's own keys, and without what holds nothing. Unknown values are `UNKNOWN`. */
  values: Values;
  /** Keys that no program writes. */
  hidden: Values;
  secrets: string[];
  unknowns: string[];
  /** What holds null. */
  nulls: string[];
}

/** The key by which the engine knows a value that is more than JSON, and its kinds (sdk/go/common/resource/sig). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Properties out of a message; none of one that is not there. */
export function decoded(message: StructMessage | undefined): Decoded {
  const found: Decoded = { values: {}, hidden: {}, secrets: [], unknowns: [], nulls: [] };
  for (const [key, value] of Object.entries(message?.toJavaScript() ?? {})) {
    if (key === hiddenKeys.filled || key === hiddenKeys.unrecorded) found.values[key] = value;
    else if (isHidden(key)) found.hidden[key] = plainOf(value, key, { ...found, secrets: [], unknowns: [], nulls: [] });
    else if (value === null) found.nulls.push(key);
    else found.values[key] = plainOf(value, key, found);
  }
  return found;
}

function plainOf(value: unknown, path: string, found: Decoded): unknown {
  if (isUnknownOnWire(value)) {
    found.unknowns.push(path);
    return UNKNOWN;
  }
  if (Array.isArray(value)) return value.map((item, index) => plainOf(item, `${path}[${index}]`, found));
  if (!isRecord(value)) return value;
  if (value[SIGNATURE] === SECRET) {
    found.secrets.push(path);
    return plainOf(value.value, path, found);
  }
  if (value[SIGNATURE] === OUTPUT) {
    if (value.secret === true) found.secrets.push(path);
    return plainOf("value" in value ? value.value : UNKNOWN_ON_WIRE, path, found);
  }
  const members: Values = {};
  for (const [key, item] of Object.entries(value)) {
    const at = joinPath(path, key);
    if (item === null) found.nulls.push(at);
    else members[key] = plainOf(item, at, found);
  }
  return members;
}

/** Properties as a message, secret at the given paths. */
export function encoded(values: object, secrets: readonly string[] = []): StructMessage {
  const wire = (value: unknown, path: string): JavaScriptValue => {
    const plain = bareOf(value, path);
    return secrets.includes(path) ? { [SIGNATURE]: SECRET, value: plain } : plain;
  };
  const bareOf = (value: unknown, path: string): JavaScriptValue => {
    if (value === UNKNOWN) return UNKNOWN_ON_WIRE;
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return value.map((item, index) => wire(item, `${path}[${index}]`));
    if (isRecord(value)) return membersOf(value, path);
    return isPlain(value) ? value : String(value);
  };
  const membersOf = (record: object, path: string): Record<string, JavaScriptValue> =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, wire(item, joinPath(path, key))]),
    );
  return Struct.fromJavaScript(membersOf(values, ""));
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
