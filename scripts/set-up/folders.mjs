/** Where set-up puts things: a cache of the user's, and in it one folder for what the quick start of this checkout keeps. */
import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const NAME = "pulumi-cleanroomsml";

/** The folder of this checkout. */
export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * The cache folder of this package, where each system keeps such things.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return path.join(env.XDG_CACHE_HOME, NAME);
  if (platform === "win32" && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, NAME);
  const home = env.HOME || homedir();
  return platform === "darwin" ? path.join(home, "Library", "Caches", NAME) : path.join(home, ".cache", NAME);
}

/**
 * A name for a checkout that two of them never share, and that a fresh clone at the same path does not inherit: its path, and when the
 * folder was made (its inode, on file systems that do not record a birth).
 *
 * @param {string} folder
 */
export function checkoutKey(folder) {
  const place = realpathSync(folder);
  const { birthtimeNs, ctimeNs, ino } = statSync(place, { bigint: true });
  const birth = birthtimeNs > 0n && birthtimeNs < ctimeNs ? `born ${birthtimeNs}` : `inode ${ino}`;
  return createHash("sha256").update(`${place}\n${birth}`).digest("hex").slice(0, 16);
}

/** The folder in which the quick start of this checkout keeps its stack, its service's data and Pulumi's own home. */
export function quickStartFolder(folder = checkout) {
  return path.join(cacheFolder(), "quickstart", checkoutKey(folder));
}
