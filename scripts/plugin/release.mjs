/**
 * `npm run build:plugin`: what a release page offers to those who do not install the npm package, in build/plugin/:
 *
 * - `npm/`: the small archive, which installs the npm package, for each system;
 * - `executable/`: the single executable for this machine's system.
 *
 * Pulumi's engine asks a `pluginDownloadURL` for one name, so a page has either of them for a system.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../set-up/folders.mjs";
import { archiveOf } from "./archive.mjs";
import { buildExecutable } from "./executable.mjs";
import { archiveName, systems, thisSystem } from "./names.mjs";
import { smallArchive } from "./small.mjs";

const manifest = JSON.parse(readFileSync(path.join(checkout, "package.json"), "utf8"));
const build = path.join(checkout, "build", "plugin");

/**
 * @param {string} folder
 * @param {Record<string, Buffer>} archives by name
 */
function write(folder, archives) {
  mkdirSync(folder, { recursive: true });
  const sums = Object.entries(archives).map(([name, content]) => {
    writeFileSync(path.join(folder, name), content);
    console.log(`${path.relative(checkout, path.join(folder, name))}: ${content.length.toLocaleString("en")} bytes`);
    return `${createHash("sha256").update(content).digest("hex")}  ${name}\n`;
  });
  writeFileSync(path.join(folder, "SHA256SUMS"), sums.sort().join(""));
}

rmSync(build, { recursive: true, force: true });
const small = archiveOf(smallArchive(manifest));
write(path.join(build, "npm"), Object.fromEntries(systems.map((system) => [archiveName(manifest.version, system), small])));
const single = archiveOf(await buildExecutable(checkout, path.join(build, "parts")));
write(path.join(build, "executable"), { [archiveName(manifest.version, thisSystem())]: single });
rmSync(path.join(build, "parts"), { recursive: true });
