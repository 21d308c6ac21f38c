/** The CLI built from its published Go module, with stand-ins for the two Node programs that only the official release has. */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { capture } from "../run.mjs";
import { say } from "../say.mjs";
import { foldersOnPath, programIn } from "./installed.mjs";
import { buildKey, moduleFolder, wantedVersion } from "./version.mjs";

const PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The names under which the engine starts the stand-ins. */
const STAND_INS = { "pulumi-language-nodejs": "language-host.cjs", "pulumi-resource-pulumi-nodejs": "dynamic-provider.cjs" };
const windows = process.platform === "win32";

/**
 * @param {string} checkout
 * @param {string} cache
 */
const folderOf = (checkout, cache) => path.join(cache, "cli", `built-${buildKey(checkout)}`);

/**
 * The build in the cache, with stand-ins as they are in this checkout.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {string | undefined}
 */
export function builtCli(checkout, cache) {
  const folder = folderOf(checkout, cache);
  const cli = programIn("pulumi", [folder]);
  if (cli) putStandIns(checkout, folder);
  return cli;
}

/**
 * Builds the CLI; nothing where there is no Go, or where it cannot get the module or is too old for it: it says which.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {Promise<string | undefined>}
 */
export async function buildCli(checkout, cache, env = process.env) {
  const go = programIn("go", foldersOnPath(env));
  if (!go) return undefined;
  const folder = folderOf(checkout, cache);
  mkdirSync(folder, { recursive: true });
  const log = path.join(folder, "build.log");
  say(
    `It cannot be downloaded here. Building Pulumi ${wantedVersion(checkout)} with Go (about 5 minutes, once; log in ${log}) …`,
  );
  const ending = windows ? ".exe" : "";
  const fresh = path.join(folder, `new-${process.pid}${ending}`);
  const { code, output } = await capture(
    go,
    ["build", "-trimpath", "-ldflags", `-s -w -X ${VERSION_VARIABLE}=v${wantedVersion(checkout)}`, "-o", fresh, PACKAGE],
    { cwd: moduleFolder(checkout), env: { ...env, CGO_ENABLED: "0" }, log },
  );
  if (code !== 0) {
    say(`Go could not build it:\n${output.trim().split("\n").slice(-10).join("\n")}`);
    return undefined;
  }
  renameSync(fresh, path.join(folder, `pulumi${ending}`));
  return builtCli(checkout, cache);
}

/**
 * Puts the stand-ins beside the CLI, each under the name of what it stands in for.
 *
 * @param {string} checkout
 * @param {string} folder
 */
function putStandIns(checkout, folder) {
  for (const [name, script] of Object.entries(STAND_INS)) {
    put(path.join(folder, script), readFileSync(path.join(moduleFolder(checkout), script), "utf8"));
    if (windows) put(path.join(folder, `${name}.cmd`), `@node "%~dp0${script}" %*\r\n`);
    else put(path.join(folder, name), `#!/bin/sh\nexec node "$(dirname "$0")/${script}" "$@"\n`);
  }
}

/**
 * Writes a file in one step, and only when it changes: an engine may be starting it at this moment.
 *
 * @param {string} file
 * @param {string} text
 */
function put(file, text) {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  const fresh = `${file}.new-${process.pid}`;
  writeFileSync(fresh, text);
  chmodSync(fresh, 0o755);
  renameSync(fresh, file);
}
