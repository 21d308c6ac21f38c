/** The one version of the CLI that set-up gets, downloaded or built. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** @param {string} checkout */
export const moduleFolder = (checkout) => path.join(checkout, "scripts", "pulumi-cli");

/**
 * It stands in go.mod, with the hashes of all that is built beside it.
 *
 * @param {string} checkout
 */
export function wantedVersion(checkout) {
  const found = /^require github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)$/m.exec(read(checkout, "go.mod"));
  if (!found) throw new Error("scripts/pulumi-cli/go.mod names no version of the Pulumi CLI");
  return found[1];
}

/**
 * What distinguishes one build from another: another locked module makes another binary.
 *
 * @param {string} checkout
 */
export function buildKey(checkout) {
  const locked = read(checkout, "go.mod") + read(checkout, "go.sum");
  return `${wantedVersion(checkout)}-${createHash("sha256").update(locked).digest("hex").slice(0, 12)}`;
}

/**
 * @param {string} checkout
 * @param {string} name
 */
const read = (checkout, name) => readFileSync(path.join(moduleFolder(checkout), name), "utf8");
