/** A Pulumi CLI with its Node language host: the user's own, a cached one, the official release, or one built from its source. */
import path from "node:path";
import { buildCli, builtCli } from "./cli/build.mjs";
import { installedCli } from "./cli/installed.mjs";
import { installOfficialCli, officialCli } from "./cli/official.mjs";
import { withLock } from "./lock.mjs";
import { SetUpError } from "./say.mjs";
import { cliBounds } from "./versions.mjs";

/**
 * Each gives the path of a CLI, or nothing.
 *
 * @typedef {(checkout: string, cache: string) => Promise<string | undefined> | string | undefined} Way
 */

/** In the order in which they are tried: those that need no network come first, so that only the first run on a machine may need it. */
const ways = {
  /** @type {Way[]} */
  ready: [() => installedCli(), officialCli, builtCli],
  /** @type {Way[]} */
  slow: [installOfficialCli, buildCli],
};

/**
 * The path of the CLI to use. What had to be downloaded or built is kept in the cache.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {Promise<string>}
 */
export async function findOrGetCli(checkout, cache, { ready, slow } = ways) {
  /** @param {Way[]} some */
  const first = async (some) => {
    for (const way of some) {
      const cli = await way(checkout, cache);
      if (cli) return cli;
    }
    return undefined;
  };
  const cli = await first(ready);
  if (cli) return cli;
  return withLock(path.join(cache, "cli", "lock"), async () => {
    // Another run may have got it while this one waited.
    const got = (await first(ready.slice(1))) ?? (await first(slow));
    if (got) return got;
    throw new SetUpError(NO_WAY);
  });
}

const NO_WAY = `There is no Pulumi CLI to run: none is installed, its release cannot be downloaded, and it cannot be built. One of these mends it:
  - install the Pulumi CLI, version ${cliBounds}, so that it is on PATH with its Node language host;
  - let this machine download Pulumi's official release, and run this again;
  - install Go, with a module proxy that it can reach, and run this again.`;
