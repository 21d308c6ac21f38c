/** The packages that package-lock.json names, installed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { handOver } from "./run.mjs";
import { SetUpError, say } from "./say.mjs";

/**
 * Whether what npm says it installed in a folder is what the lock names. A package may be missing when it is optional: it is for another
 * system. npm writes its own record last, so an installation that was broken off does not count.
 *
 * @param {string} folder
 */
export function packagesMatch(folder) {
  const wanted = packagesOf(path.join(folder, "package-lock.json"));
  const installed = packagesOf(path.join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const there = installed[place];
    return there ? there.version === entry.version : Boolean(entry.optional || entry.peer);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Installs the locked packages where they are not there already.
 *
 * @param {string} folder
 */
export async function installPackages(folder) {
  if (packagesMatch(folder)) return;
  say("Installing the locked packages with npm ci (under a minute) …");
  const [command, ...args] = npm();
  const code = await handOver(command, [...args, "ci", "--no-progress", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (code !== 0) {
    throw new SetUpError(`npm ci failed with exit code ${code}; what it says is above. It needs a registry that it can reach.`);
  }
}

/** The npm that runs this script, else the one on PATH. */
function npm() {
  const running = process.env.npm_execpath;
  return running && /npm-cli\.[cm]?js$/.test(running) ? [process.execPath, running] : ["npm"];
}
