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

/** YAML as Pulumi's SDK reads it. What cannot be read is Pulumi's to tell of. */
export function parsedYaml(text: string): unknown {
  try {
    const ofPulumi = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));
    const yaml: { safeLoad(text: string): unknown } = ofPulumi("js-yaml");
    return yaml.safeLoad(text);
  } catch {
    return undefined;
  }
}
