/** Pulumi's own generators of programs and SDKs, as far as they are to be had as Go modules. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { checkout } from "../set-up/folders.mjs";
import { SetUpError } from "../set-up/say.mjs";

/** The languages that they know, as `pulumi package gen-sdk` calls them. Java's is to be had as source alone. */
export const sdkLanguages = ["nodejs", "python", "go", "dotnet"];

/**
 * What they write to stdout. It takes minutes the first time, when Go gets the modules.
 *
 * @param {string[]} args
 */
export function generate(...args) {
  const cwd = path.join(checkout, "scripts", "schema", "generators");
  const { status, stdout, stderr, error } = spawnSync("go", ["run", ".", ...args], { cwd, encoding: "utf8" });
  if (error) throw new SetUpError(`Pulumi's generators need Go: ${error.message}`);
  if (status !== 0) throw new SetUpError(`Pulumi's generators failed:\n${stderr}`);
  return stdout;
}
