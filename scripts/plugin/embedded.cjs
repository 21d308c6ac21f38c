/**
 * What the single executable runs: the plugin, whose modules lie in the executable one after the other. They are loaded as Node loads
 * them from a disk, each when it is asked for first, under a path that is none of this machine.
 */
"use strict";
const fs = require("node:fs");
const nodeModule = require("node:module");
const path = require("node:path");
const sea = require("node:sea");
const vm = require("node:vm");

/** Where the modules are said to be. */
const ROOT = path.resolve("/cleanroomsml");
const { entry, places, leads } = JSON.parse(sea.getAsset("index.json", "utf8"));
const bytes = Buffer.from(sea.getRawAsset("modules"));
const loaded = new Map();

/** The key of a file, if it is one of these. */
const idOf = (file) => path.relative(ROOT, file).replaceAll(path.sep, "/");

function textOf(id) {
  const [from, to] = places[id];
  return bytes.toString("utf8", from, to);
}

function load(id) {
  const known = loaded.get(id);
  if (known !== undefined) return known.exports;
  const filename = path.join(ROOT, id);
  const module = { exports: {}, id: filename, filename, loaded: false, children: [], paths: [] };
  loaded.set(id, module);
  try {
    run(id, module);
  } catch (error) {
    loaded.delete(id);
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

function run(id, module) {
  const text = textOf(id);
  if (id.endsWith(".json")) {
    module.exports = JSON.parse(text);
    return;
  }
  const { filename } = module;
  // For `import("node:…")`, the only one of these modules.
  const importModuleDynamically = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const names = ["exports", "require", "module", "__filename", "__dirname"];
  const body = vm.compileFunction(text, names, { filename, importModuleDynamically });
  module.require = requireOf(id);
  body.call(module.exports, module.exports, module.require, module, filename, path.dirname(filename));
}

/** `require` for a module, or for what stands at its place. */
function requireOf(id) {
  const find = (name) => {
    const target = leads[id]?.[name];
    if (target !== undefined) return target;
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: "MODULE_NOT_FOUND" });
  };
  const ownRequire = (name) =>
    instead[name.replace(/^node:/, "")] ?? (nodeModule.isBuiltin(name) ? require(name) : load(find(name)));
  const resolve = (name) => (nodeModule.isBuiltin(name) ? name : path.join(ROOT, find(name)));
  return Object.assign(ownRequire, { resolve, cache: {}, extensions: {}, main: undefined });
}

/** Node's own modules, where these files are no files. */
const instead = {
  module: Object.assign(Object.create(nodeModule), {
    createRequire: (file) =>
      leads[idOf(String(file))] === undefined ? nodeModule.createRequire(file) : requireOf(idOf(String(file))),
  }),
  fs: Object.assign(Object.create(fs), {
    readFileSync: (file, options) =>
      typeof file === "string" && places[idOf(file)] !== undefined ? textOf(idOf(file)) : fs.readFileSync(file, options),
  }),
};

load(entry);
