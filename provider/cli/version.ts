import { readFileSync } from "node:fs";
import path from "node:path";

/** The version of the package that this file is a part of. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(__dirname, "../../package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}
