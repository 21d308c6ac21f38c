/** A single executable: this machine's Node with the plugin in it, for a machine that has none (Node's "single executable applications"). */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { capture } from "../set-up/run.mjs";
import { modulesOf } from "./modules.mjs";

/** By this Node finds what was put into it. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/**
 * Writes the executable, and gives its path.
 *
 * @param {string} checkout
 * @param {string} folder for the executable and what it is made of
 */
export async function buildExecutable(checkout, folder) {
  mkdirSync(folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  writeModules(checkout, file);
  writeFileSync(
    file("sea.json"),
    JSON.stringify({
      main: fileURLToPath(new URL("embedded.cjs", import.meta.url)),
      output: file("blob"),
      disableExperimentalSEAWarning: true,
      assets: { "index.json": file("index.json"), modules: file("modules") },
    }),
  );
  const { code, output } = await capture(process.execPath, ["--experimental-sea-config", file("sea.json")]);
  if (code !== 0) throw new Error(`Node cannot prepare the executable:\n${output}`);
  const executable = file(`pulumi-resource-cleanroomsml${process.platform === "win32" ? ".exe" : ""}`);
  copyFileSync(process.execPath, executable);
  chmodSync(executable, 0o755);
  const { inject } = (await import("postject")).default;
  await inject(executable, "NODE_SEA_BLOB", readFileSync(file("blob")), {
    sentinelFuse: FUSE,
    ...(process.platform === "darwin" ? { machoSegmentName: "NODE_SEA" } : {}),
  });
  return executable;
}

/** All texts one after the other, and where each begins and ends. */
function writeModules(checkout, file) {
  const entry = "dist/plugin/index.js";
  const { texts, leads } = modulesOf(
    checkout,
    [entry, "package.json", "plugin/schema.json"].map((name) => path.join(checkout, name)),
  );
  const places = {};
  let end = 0;
  for (const [id, text] of texts) {
    const begin = end;
    end += Buffer.byteLength(text);
    places[id] = [begin, end];
  }
  writeFileSync(file("modules"), [...texts.values()].join(""));
  writeFileSync(file("index.json"), JSON.stringify({ entry, places, leads }));
}
