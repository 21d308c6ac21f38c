/** The licences of what the single executable holds of others: each wants its text to go with every copy. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const LICENCE = /^(licen[cs]e|notice|copying)/i;

/**
 * @param {string} root
 * @param {string[]} modules below it, that are in the executable
 */
export function noticesOf(root, modules) {
  const folders = new Set(modules.map(packageOf).filter((folder) => folder !== undefined));
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
    const files = readdirSync(path.join(root, folder))
      .filter((file) => LICENCE.test(file))
      .sort();
    const texts = files.map((file) => readFileSync(path.join(root, folder, file), "utf8").trim());
    return [`${name} ${version} (${license})`, ...texts].join("\n\n");
  });
  return `${[ofNode(), ...packages].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The folder of the package that a module belongs to; the plugin's own belong to none. */
const packageOf = (module) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];

/** Node's own, where it came with it. */
function ofNode() {
  const prefix = path.dirname(path.dirname(process.execPath));
  const places = ["LICENSE", "share/doc/nodejs/LICENSE", "share/doc/nodejs/copyright"].map((name) => path.join(prefix, name));
  const file = places.find((place) => existsSync(place));
  const text = file ? readFileSync(file, "utf8").trim() : "Its licence: https://github.com/nodejs/node/blob/main/LICENSE";
  return `Node.js ${process.version}\n\n${text}`;
}
