/** A Pulumi CLI that the user has installed. */
import { accessSync, constants, realpathSync } from "node:fs";
import path from "node:path";
import { capture } from "../run.mjs";
import { say } from "../say.mjs";
import { cliBounds, isCliSupported } from "../versions.mjs";

/** How an executable may end on this system. */
const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];

/** @param {NodeJS.ProcessEnv} env */
export const foldersOnPath = (env) => (env.PATH ?? env.Path ?? "").split(path.delimiter).filter(Boolean);

/**
 * The first of some folders that holds a program, as the path of that program.
 *
 * @param {string} name
 * @param {string[]} folders
 * @returns {string | undefined}
 */
export function programIn(name, folders) {
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The CLI on PATH, when it is new enough and can run Node programs. One that is there and will not do is named with the reason.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
export async function installedCli(env = process.env) {
  const folders = foldersOnPath(env);
  const cli = programIn("pulumi", folders);
  if (!cli) return undefined;
  const { code, output } = await capture(cli, ["version"], {
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    limitMs: 20_000,
  });
  const reason =
    code !== 0 || !isCliSupported(output)
      ? `its version is ${code === 0 ? output.trim() : "unknown"}, and ${cliBounds} is needed`
      : languageHostOf(cli, folders)
        ? undefined
        : "its Node language host, pulumi-language-nodejs, is neither beside it nor on PATH";
  if (!reason) return cli;
  say(`Not using ${cli}: ${reason}.`);
  return undefined;
}

/**
 * The Node language host that a CLI would start. Package managers link the CLI alone, so it is looked for where the link leads too.
 *
 * @param {string} cli
 * @param {string[]} folders
 */
export function languageHostOf(cli, folders = []) {
  return programIn("pulumi-language-nodejs", [path.dirname(cli), path.dirname(realpathSync(cli)), ...folders]);
}
