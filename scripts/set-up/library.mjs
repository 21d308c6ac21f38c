/** The package itself, compiled into dist/: the example and Pulumi's host load it from there. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { capture } from "./run.mjs";
import { SetUpError, say } from "./say.mjs";

const SOURCES = [
  "provider",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
  "scripts/one-file.mjs",
  "scripts/without-comments.mjs",
];

const scripts = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Makes one file of each compiled host. */
const oneFile = path.join(scripts, "one-file.mjs");

const withoutComments = path.join(scripts, "without-comments.mjs");

/**
 * A hash of everything that the compiled package is made of.
 *
 * @param {string} folder
 */
export function sourcesStamp(folder) {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesUnder(path.join(folder, source))).sort()) {
    hash.update(path.relative(folder, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} place a file or a folder */
function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesUnder(path.join(place, name)));
}

/**
 * Compiles the package when its sources changed since the last time. The new dist/ takes the place of the old one only when it is complete,
 * so a file whose source is gone does not stay.
 *
 * @param {string} folder
 */
export async function buildLibrary(folder) {
  const modules = path.join(folder, "node_modules");
  const stampFile = path.join(modules, ".cleanroomsml-build");
  const dist = path.join(folder, "dist");
  const stamp = sourcesStamp(folder);
  if (existsSync(path.join(dist, "index.js")) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  say("Compiling the package into dist/ (a few seconds) …");
  const fresh = path.join(modules, `.cleanroomsml-dist-${process.pid}`);
  const freshStamp = `${fresh}.stamp`;
  const tsc = path.join(modules, "typescript", "bin", "tsc");
  try {
    const { code, output } = await capture(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", fresh], {
      cwd: folder,
    });
    if (code !== 0) throw new SetUpError(`The package does not compile:\n${output.trim()}`);
    const stripped = await capture(process.execPath, [withoutComments, fresh], { cwd: folder });
    if (stripped.code !== 0) throw new SetUpError(`The comments cannot be taken out:\n${stripped.output.trim()}`);
    const hosts = ["host", "plugin"].map((host) => path.join(fresh, host, "index.js")).filter((file) => existsSync(file));
    const joined = await capture(process.execPath, [oneFile, ...hosts], { cwd: folder });
    if (joined.code !== 0) throw new SetUpError(`The host cannot be joined into one file:\n${joined.output.trim()}`);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    // In place of the old file, never into it: a copy of the folder may share it, and has a dist/ of its own.
    writeFileSync(freshStamp, stamp);
    renameSync(freshStamp, stampFile);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
