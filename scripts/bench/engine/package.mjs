/** The modules that a measured program finds: this package as it is packed, and besides it what the checkout has. */
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { capture } from "../../set-up/run.mjs";
import { SetUpError } from "../../set-up/say.mjs";

const naive = fileURLToPath(new URL("../programs/naive", import.meta.url));

/**
 * Makes a `node_modules` in a folder.
 *
 * @param {string} checkout its dist/ is up to date
 * @param {string} folder
 */
export async function installModules(checkout, folder) {
  const modules = path.join(folder, "node_modules");
  mkdirSync(modules);
  const installed = path.join(checkout, "node_modules");
  for (const name of readdirSync(installed).filter((entry) => !entry.startsWith("."))) {
    symlinkSync(path.join(installed, name), path.join(modules, name));
  }
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const { output } = await run("npm", pack, checkout);
  const ours = path.join(modules, "pulumi-cleanroomsml");
  mkdirSync(ours);
  const tarball = path.join(folder, output.trim().split("\n").at(-1) ?? "");
  await run("tar", ["-xzf", tarball, "--strip-components", "1", "-C", ours], folder);
  cpSync(naive, path.join(modules, "naive"), { recursive: true });
  const manifest = { name: "naive", version: "1.0.0", main: "index.js", types: "index.d.ts" };
  writeFileSync(path.join(modules, "naive", "package.json"), JSON.stringify(manifest));
}

/** @param {string} command @param {string[]} args @param {string} cwd */
async function run(command, args, cwd) {
  const result = await capture(command, args, { cwd, shell: process.platform === "win32" });
  if (result.code !== 0) throw new SetUpError(`${command} ${args[0]} failed:\n${result.output.trim()}`);
  return result;
}
