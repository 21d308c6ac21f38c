import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Values } from "../core/values/pick";
import { partsOfUrn } from "../core/values/urns";
import { isRecord } from "../utils/guards";
import { parsedYaml, projectFile } from "../utils/project-file";

/** Stands for a secret within a value. */
const HIDDEN = "…";

/**
 * The keys of a stack with their values, out of its project's file and its own beside it; of a secret the key alone. The engine tells
 * a plugin those of its own namespace, and starts it in the folder of the program.
 */
export function keysInFiles(urn: string, folder = process.cwd()): Values {
  const found = projectFile(folder);
  if (found === undefined) return {};
  const project = recordOf(parsedYaml(found.text));
  const stack = partsOfUrn(urn).stack.split(":").at(-1) ?? "";
  const file = join(found.folder, settingsFolder(project), `Pulumi.${stack}.yaml`);
  const ofStack = Object.entries(recordOf(recordOf(parsedYaml(textOf(file))).config));
  return {
    ...Object.fromEntries(Object.entries(recordOf(project.config)).flatMap(([key, value]) => ofProject(key, value))),
    ...Object.fromEntries(ofStack.map(([key, value]) => [key, isSecret(value) ? undefined : withoutSecrets(value)])),
  };
}

/** A project gives a value as it is, or as a member; it may also say the type of a key alone. */
function ofProject(key: string, value: unknown): [string, unknown][] {
  if (!isRecord(value)) return [[key, value]];
  const given = value.value ?? value.default;
  if (given === undefined || given === null) return [];
  return [[key, value.secret === true ? undefined : given]];
}

/** `stackConfigDir`, which was called `config`. */
function settingsFolder({ stackConfigDir, config }: Values): string {
  return [stackConfigDir, config].find((one) => typeof one === "string") ?? "";
}

function withoutSecrets(value: unknown): unknown {
  if (isSecret(value)) return HIDDEN;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item)]));
}

function isSecret(value: unknown): boolean {
  return isRecord(value) && "secure" in value;
}

function recordOf(value: unknown): Values {
  return isRecord(value) ? value : {};
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
