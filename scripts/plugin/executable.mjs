/** A single executable: this machine's Node with the plugin in it, for a machine that has none (Node's "single executable applications"). */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { capture } from "../set-up/run.mjs";
import { modulesOf } from "./modules.mjs";
import { noticesOf } from "./notices.mjs";

/** By this Node finds what was put into it. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

const ENTRY = "dist/plugin/index.js";

/**
 * Writes the executable, and gives what its archive holds: itself, and the licences.
 *
 * @param {string} checkout
 * @param {string} folder for the executable and what it is made of
 * @returns {Promise<import("./archive.mjs").Entry[]>}
 */
export async function buildExecutable(checkout, folder) {
  mkdirSync(folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  const modules = modulesOf(
    checkout,
    [ENTRY, "package.json", "plugin/schema.json"].map((name) => path.join(checkout, name)),
  );
  writeModules(modules, file);
  copyFileSync(fileURLToPath(new URL("embedded.cjs", import.meta.url)), file("embedded.cjs"));
  // Names alone: a path of this machine would be in the executable too.
  writeFileSync(
    file("sea.json"),
    JSON.stringify({
      main: "embedded.cjs",
      output: "blob",
      disableExperimentalSEAWarning: true,
      assets: { "index.json": "index.json", modules: "modules" },
    }),
  );
  const { code, output } = await capture(process.execPath, ["--experimental-sea-config", "sea.json"], { cwd: folder });
  if (code !== 0) throw new Error(`Node cannot prepare the executable:\n${output}`);
  const executable = file(`pulumi-resource-cleanroomsml${process.platform === "win32" ? ".exe" : ""}`);
  copyFileSync(process.execPath, executable);
  chmodSync(executable, 0o755);
  const { inject } = (await import("postject")).default;
  await inject(executable, "NODE_SEA_BLOB", readFileSync(file("blob")), {
    sentinelFuse: FUSE,
    ...(process.platform === "darwin" ? { machoSegmentName: "NODE_SEA" } : {}),
  });
  // macOS starts nothing whose signature does not hold any more.
  if (process.platform === "darwin") await capture("codesign", ["--sign", "-", "--force", executable]);
  return [
    { name: path.basename(executable), content: readFileSync(executable), isExecutable: true },
    { name: "LICENSE", content: readFileSync(path.join(checkout, "LICENSE")) },
    { name: "THIRD-PARTY-NOTICES", content: noticesOf(checkout, [...modules.texts.keys()]) },
  ];
}

/** All texts one after the other, and where each begins and ends. */
function writeModules({ texts, leads }, file) {
  const places = {};
  let end = 0;
  for (const [id, text] of texts) {
    const begin = end;
    end += Buffer.byteLength(text);
    places[id] = [begin, end];
  }
  writeFileSync(file("modules"), [...texts.values()].join(""));
  writeFileSync(file("index.json"), JSON.stringify({ entry: ENTRY, places, leads }));
}
