/** Pulumi's official release, got through its Automation API and kept in the cache. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { capture } from "../run.mjs";
import { say } from "../say.mjs";
import { languageHostOf, programIn } from "./installed.mjs";
import { wantedVersion } from "./version.mjs";

/** Enough for a slow line; a network that silently drops the request must not keep the user longer. */
const LIMIT_MS = 180_000;

/**
 * @param {string} checkout
 * @param {string} cache
 */
const folderOf = (checkout, cache) => path.join(cache, "cli", `official-${wantedVersion(checkout)}`);

/**
 * The release in the cache.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {string | undefined}
 */
export function officialCli(checkout, cache) {
  const cli = programIn("pulumi", [path.join(folderOf(checkout, cache), "bin")]);
  return cli && languageHostOf(cli) ? cli : undefined;
}

/**
 * Downloads the release; nothing where the network does not let it.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {Promise<string | undefined>}
 */
export async function installOfficialCli(checkout, cache) {
  const version = wantedVersion(checkout);
  say(`Downloading the official Pulumi CLI ${version} (a minute or so, once; given up after ${LIMIT_MS / 60_000} minutes) …`);
  const target = folderOf(checkout, cache);
  const fresh = `${target}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const install = `const { PulumiCommand } = require("@pulumi/pulumi/automation");
    const { SemVer } = require("semver");
    PulumiCommand.install({ root: process.argv[1], version: new SemVer(process.argv[2]) })
      .then(() => process.exit(0), (error) => { console.error(String(error)); process.exit(1); });`;
  try {
    await capture(process.execPath, ["-e", install, fresh, version], { cwd: checkout, limitMs: LIMIT_MS });
    if (!existsSync(path.join(fresh, "bin"))) return undefined;
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    return officialCli(checkout, cache);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
