/**
 * All that a fresh machine needs before anything runs. Only Node's own modules are used here, as nothing else is there yet.
 *
 * What later steps, tests above all, find in the environment:
 *
 * - `CLEANROOMSML_PULUMI`: the path of the Pulumi CLI;
 * - `CLEANROOMSML_CHECKOUT`: this checkout, whose SDK serves a plugin in a project of another language;
 * - `PULUMI_TEST_CLI_BIN`: its folder, which also stands first on `PATH`, so that the engine finds its language host.
 */
import path from "node:path";
import { cacheFolder, checkout } from "./folders.mjs";
import { buildLibrary } from "./library.mjs";
import { withLock } from "./lock.mjs";
import { installPackages } from "./packages.mjs";
import { findOrGetCli } from "./pulumi-cli.mjs";
import { SetUpError } from "./say.mjs";
import { isNodeSupported, nodeBounds } from "./versions.mjs";

/**
 * Sets everything up, and leaves what is up to date as it is.
 *
 * @returns {Promise<{ cli: string }>} the path of the Pulumi CLI
 */
export async function setUp() {
  if (!isNodeSupported(process.version)) {
    throw new SetUpError(`Node ${process.version} is too old: ${nodeBounds} is needed.`);
  }
  await withLock(path.join(cacheFolder(), "locks", lockName(checkout)), async () => {
    await installPackages(checkout);
    await buildLibrary(checkout);
  });
  const cli = await findOrGetCli(checkout, cacheFolder());
  const bin = path.dirname(cli);
  process.env.CLEANROOMSML_PULUMI = cli;
  process.env.CLEANROOMSML_CHECKOUT = checkout;
  process.env.PULUMI_TEST_CLI_BIN = bin;
  process.env.PATH = [bin, process.env.PATH].filter(Boolean).join(path.delimiter);
  return { cli };
}

/** @param {string} folder */
const lockName = (folder) => folder.replaceAll(/[^A-Za-z0-9]+/g, "-");
