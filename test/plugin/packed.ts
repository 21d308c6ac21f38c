import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { checkout } from "../folders";

/** Packs the package as npm would publish it, and gives the path of the file. */
export function packInto(folder: string): string {
  return path.join(
    folder,
    npm(checkout, "pack", "--ignore-scripts", "--pack-destination", folder).trim().split("\n").at(-1) ?? "",
  );
}

/** Runs npm in a folder, and gives what it printed. */
export function npm(cwd: string, ...args: string[]): string {
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8", shell });
  assert.equal(status, 0, stderr);
  return stdout;
}
