/**
 * `node scripts/one-file.mjs MODULE…`: joins each compiled module and all that it loads of this package into one file, in its place.
 * What several of them load is in one more file, which they share.
 *
 * Node takes a quarter of a millisecond to find, read and compile a file, and Pulumi's host, which is started for each operation, needs 160 of
 * this package: a tenth of its start.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";

/** A call for a module of this package, as the compiler writes it; any other is left to Node. */
const CALL = /\brequire\("(\.{1,2}\/[^"]+)"\)/g;

/** Modules as Node has them: each runs once, when it is asked for first. */
const LOADER = `const loaded = new Map();
const $load = (id) => {
  if (!loaded.has(id)) {
    const module = { exports: {} };
    loaded.set(id, module);
    modules[id].call(module.exports, module, module.exports);
  }
  return loaded.get(id).exports;
};`;

/** What several entries load lies beside their folders, once. */
const SHARED = "hosts.js";

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, removeComments: true };

/**
 * The text of each file that is to be written, by its path.
 *
 * @param {string[]} entries
 */
function joined(entries) {
  const root = entries.length > 1 ? path.resolve(path.dirname(entries[0]), "..") : path.dirname(entries[0]);
  const idOf = (file) => JSON.stringify(posix(path.relative(root, file)));
  const reached = entries.map((entry) => modulesOf(entry, idOf));
  const isShared = (file) => reached.filter((modules) => modules.has(file)).length > 1;
  const literal = (modules) =>
    ["{", ...modules.map(([file, body]) => `${idOf(file)}(module, exports) {\n${body}\n},`), "}"].join("\n");
  const shared = path.join(root, SHARED);
  const texts = entries.map((entry, index) => {
    const own = literal([...reached[index]].filter(([file]) => !isShared(file)));
    const from = JSON.stringify(posix(path.relative(path.dirname(entry), shared)));
    const head =
      entries.length > 1
        ? `const { $load, modules } = require(${from});\nObject.assign(modules, ${own});`
        : `${LOADER}\nconst modules = ${own};`;
    return [entry, `"use strict";\n${head}\nmodule.exports = $load(${idOf(entry)});\n`];
  });
  if (entries.length === 1) return texts;
  const common = literal([...new Map(reached.flatMap((modules) => [...modules]))].filter(([file]) => isShared(file)));
  return [...texts, [shared, `"use strict";\n${LOADER}\nconst modules = ${common};\nmodule.exports = { $load, modules };\n`]];
}

/** @param {string} place */
const posix = (place) => place.replaceAll(path.sep, "/");

/**
 * The text of each module that an entry leads to, as the body of a function, by its file.
 *
 * @param {string} entry
 * @param {(file: string) => string} idOf
 */
function modulesOf(entry, idOf) {
  const bodies = new Map();
  const add = (file) => {
    if (bodies.has(file)) return;
    const { text, needs } = compiled(file);
    bodies.set(
      file,
      text.replace(CALL, (_, name) => `$load(${idOf(needs[name])})`),
    );
    for (const need of Object.values(needs)) add(need);
  };
  add(entry);
  return bodies;
}

/** What was compiled already: entries share most of their modules. */
const known = new Map();

/** @param {string} file */
function compiled(file) {
  if (!known.has(file)) known.set(file, file.endsWith(".json") ? data(file) : code(file));
  return known.get(file);
}

/** Node reads JSON faster than a literal. */
function data(file) {
  const text = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
  return { text: `module.exports = JSON.parse(${JSON.stringify(text)});`, needs: {} };
}

function code(file) {
  const text = ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions }).outputText;
  const { resolve } = createRequire(file);
  return { text, needs: Object.fromEntries([...text.matchAll(CALL)].map(([, name]) => [name, resolve(name)])) };
}

// All are read before one is written: what an entry loads may be another one.
const texts = joined(process.argv.slice(2).map((entry) => path.resolve(entry)));
for (const [file, text] of texts) writeFileSync(file, text);
