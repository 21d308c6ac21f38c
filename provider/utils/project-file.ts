import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A project of Pulumi's, as its file says. */
export interface ProjectFile {
  folder: string;
  text: string;
}

const FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The project of a folder, or of the nearest above it that has one. */
export function projectFile(folder: string): ProjectFile | undefined {
  const file = FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file !== undefined) return { folder, text: readFileSync(file, "utf8") };
  return dirname(folder) === folder ? undefined : projectFile(dirname(folder));
}

/** The library that Pulumi's SDK has for YAML: version 3 of js-yaml, or a later one. */
export interface Yaml {
  load(text: string, options?: { schema: unknown }): unknown;
  /** Of version 3 alone: its `load` makes functions too, while what later ones load is safe. Their `safeLoad` only throws. */
  DEFAULT_SAFE_SCHEMA?: unknown;
}

/** YAML as Pulumi's SDK reads it. What cannot be read is Pulumi's to tell of. */
export function parsedYaml(text: string, library: () => Yaml = yamlOfPulumi): unknown {
  try {
    const { load, DEFAULT_SAFE_SCHEMA: schema } = library();
    return schema === undefined ? load(text) : load(text, { schema });
  } catch {
    return undefined;
  }
}

function yamlOfPulumi(): Yaml {
  const ofPulumi = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));
  return ofPulumi("js-yaml");
}
