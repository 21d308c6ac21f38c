/** How much there is to download and to keep. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The size of the package as it is published, compiled code included.
 *
 * @param {string} checkout
 * @returns {number}
 */
export function packedBytes(checkout) {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: checkout,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return JSON.parse(stdout)[0].size;
}

/**
 * The size of what our dependencies bring that a program which has `@pulumi/pulumi` does not have already.
 *
 * @param {string} checkout
 * @returns {number}
 */
export function addedBytes(checkout) {
  const { packages } = JSON.parse(readFileSync(path.join(checkout, "package-lock.json"), "utf8"));
  const ours = closure(packages, Object.keys(packages[""].dependencies ?? {}));
  const theirs = closure(packages, ["@pulumi/pulumi"]);
  return [...ours].filter((place) => !theirs.has(place)).reduce((sum, place) => sum + folderBytes(path.join(checkout, place)), 0);
}

/**
 * The places, in the lock, of some packages and of all that they need.
 *
 * @param {Record<string, { dependencies?: Record<string, string> }>} packages
 * @param {string[]} names
 */
function closure(packages, names) {
  const found = new Set();
  const visit = (name, from) => {
    const place = placeOf(packages, name, from);
    if (!place || found.has(place)) return;
    found.add(place);
    for (const needed of Object.keys(packages[place].dependencies ?? {})) visit(needed, place);
  };
  for (const name of names) visit(name, "");
  return found;
}

/**
 * Where Node finds a package from a place: in its own node_modules, or in those of a folder above it.
 *
 * @param {Record<string, unknown>} packages
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function placeOf(packages, name, from) {
  const place = path.posix.join(from, "node_modules", name);
  if (packages[place]) return place;
  if (from === "") return undefined;
  const above = from.lastIndexOf("/node_modules/");
  return placeOf(packages, name, above < 0 ? "" : from.slice(0, above));
}

/**
 * What a package's own files take; packages inside it have places of their own.
 *
 * @param {string} folder
 * @returns {number}
 */
function folderBytes(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => path.join(entry.parentPath, entry.name))
    .reduce((sum, place) => sum + (statSync(place).isDirectory() ? folderBytes(place) : statSync(place).size), 0);
}
