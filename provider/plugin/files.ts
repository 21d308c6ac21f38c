import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../utils/guards";

/** Where the package lies. */
const root = join(__dirname, "..", "..");

/** The version of the package. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return isRecord(manifest) ? String(manifest.version) : "";
}

/** Pulumi's schema of the package, as JSON. */
export function schemaText(): string {
  return readFileSync(join(root, "plugin", "schema.json"), "utf8");
}
