/** Pulumi's language host for YAML. The official release has it; for a CLI that was built here, it is built from its Go module. */
import { mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "../lock.mjs";
import { capture } from "../run.mjs";
import { say } from "../say.mjs";
import { foldersOnPath, programIn } from "./installed.mjs";

const NAME = "pulumi-language-yaml";
const VERSION = "1.32.0";
const PACKAGE = `github.com/pulumi/pulumi-yaml/cmd/${NAME}@v${VERSION}`;

/**
 * The folder that holds the host, or nothing where it is not to be had: then it says why.
 *
 * @param {string} cli
 * @param {string} cache
 * @returns {Promise<string | undefined>}
 */
export async function findOrBuildYamlHost(cli, cache, env = process.env) {
  const folder = path.join(cache, "cli", `yaml-${VERSION}`);
  const found = programIn(NAME, [path.dirname(cli), path.dirname(realpathSync(cli)), ...foldersOnPath(env), folder]);
  if (found) return path.dirname(found);
  return withLock(path.join(cache, "cli", "yaml-lock"), async () => {
    // Another run may have built it while this one waited.
    const isThere = programIn(NAME, [folder]) !== undefined || (await build(folder, env));
    return isThere ? folder : undefined;
  });
}

/** @param {string} folder */
async function build(folder, env) {
  const go = programIn("go", foldersOnPath(env));
  if (!go) {
    say(`The tests in YAML are left out: ${NAME} is neither beside the Pulumi CLI nor on PATH, and there is no Go to build it.`);
    return false;
  }
  say(`Building Pulumi's language host for YAML ${VERSION} with Go (about a minute, once) …`);
  const fresh = `${folder}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const { code, output } = await capture(go, ["install", "-trimpath", "-ldflags", "-s -w", PACKAGE], {
    cwd: fresh,
    env: { ...env, GOBIN: fresh, CGO_ENABLED: "0" },
  });
  if (code === 0) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return true;
  }
  rmSync(fresh, { recursive: true, force: true });
  say(`The tests in YAML are left out: Go could not build ${NAME}:\n${output.trim().split("\n").slice(-10).join("\n")}`);
  return false;
}
