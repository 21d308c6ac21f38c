import { spawnSync } from "node:child_process";
import path from "node:path";

/** The built command. */
export const cli = path.join(__dirname, "../../dist/cli/index.js");

/** Runs the command to its end. */
export function run(args: readonly string[], input: string | Buffer = "", env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [cli, ...args], { input, encoding: "utf8", env: { ...process.env, ...env } });
}
