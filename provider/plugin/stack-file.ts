import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Values } from "../core/values/pick";
import { partsOfUrn } from "../core/values/urns";
import { isRecord } from "../utils/guards";
import { parsedYaml, projectFile } from "../utils/project-file";

/**
 * The keys of a stack with their values, out of its file beside the project; of a secret the key alone. The engine tells a plugin
 * those of its own namespace, and starts it in the folder of the program.
 */
export function keysInStackFile(urn: string, folder = process.cwd()): Values {
  const project = projectFile(folder);
  if (project === undefined) return {};
  const stack = partsOfUrn(urn).stack.split(":").at(-1) ?? "";
  const file = join(project.folder, settingsFolder(parsedYaml(project.text)), `Pulumi.${stack}.yaml`);
  const found = parsedYaml(textOf(file));
  if (!isRecord(found) || !isRecord(found.config)) return {};
  return Object.fromEntries(Object.entries(found.config).map(([key, value]) => [key, isSecret(value) ? undefined : value]));
}

/** `stackConfigDir`, which was called `config`. */
function settingsFolder(project: unknown): string {
  if (!isRecord(project)) return "";
  const { stackConfigDir, config } = project;
  return [stackConfigDir, config].find((one) => typeof one === "string") ?? "";
}

function isSecret(value: unknown): boolean {
  return isRecord(value) && "secure" in value;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
