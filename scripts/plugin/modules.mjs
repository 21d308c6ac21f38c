/** All modules that the plugin may load, found in their texts: the executable has no folder of packages to look into. */
import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import path from "node:path";

/** A call for a module by its name; the plugin has some by a `require` of the SDK's own. */
const CALL = /\b(?:require|resolve|ofPulumi|pulumi)\(\s*["']([^"'\n]+)["']\s*\)/g;

/** Compilers and a package manager, which the SDK loads and needs for the text of a function in a program alone: nothing is in their place. */
const LEFT_OUT = /^(?:typescript|ts-node|@npmcli\/arborist)$/;
const NOTHING = "nothing.json";

/**
 * The modules that some files lead to.
 *
 * @typedef {object} Modules
 * @property {Map<string, string>} texts by the path of each below `root`
 * @property {Record<string, Record<string, string>>} leads where each name in a module leads; one that leads nowhere is left out, and
 *   what asks for it is told that it is not there, as by Node
 */

/**
 * @param {string} root
 * @param {string[]} files
 * @returns {Modules}
 */
export function modulesOf(root, files) {
  /** @type {Modules} */
  const found = { texts: new Map([[NOTHING, "{}"]]), leads: {} };
  const idOf = (file) => path.relative(root, file).replaceAll(path.sep, "/");
  const pulumi = createRequire(path.join(root, "_")).resolve("@pulumi/pulumi/package.json");
  found.leads[idOf(pulumi)] = {};
  const add = (file) => {
    const id = idOf(file);
    if (found.texts.has(id)) return;
    const text = readFileSync(file, "utf8");
    found.texts.set(id, text);
    if (!/\.c?js$/.test(file)) return;
    const isOwn = !id.includes("node_modules/");
    found.leads[id] = {};
    for (const [, name] of text.matchAll(CALL)) {
      if (LEFT_OUT.test(name)) found.leads[id][name] = NOTHING;
      const target = resolved(name, file) ?? (isOwn ? resolved(name, pulumi) : undefined);
      if (target === undefined) continue;
      add(target);
      found.leads[id][name] = idOf(target);
      if (isOwn && !name.startsWith(".")) found.leads[idOf(pulumi)][name] = idOf(target);
    }
  };
  for (const file of [pulumi, ...files]) add(file);
  return found;
}

/**
 * @param {string} name
 * @param {string} from
 */
function resolved(name, from) {
  if (isBuiltin(name) || LEFT_OUT.test(name)) return undefined;
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
