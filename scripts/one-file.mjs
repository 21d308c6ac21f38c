/**
 * `node scripts/one-file.mjs MODULE…`: joins each compiled module and all that it loads of this package into one file, in its place.
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
const HEAD = `"use strict";
const loaded = new Map();
function load(id) {
  if (!loaded.has(id)) {
    const module = { exports: {} };
    loaded.set(id, module);
    modules[id].call(module.exports, module, module.exports);
  }
  return loaded.get(id).exports;
}
const modules = {`;

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, removeComments: true };

/**
 * The text of an entry with all that it loads.
 *
 * @param {string} entry
 */
function joined(entry) {
  /** The text of each module, as the body of a function, by its file. */
  const bodies = new Map();
  const idOf = (file) => JSON.stringify(path.relative(path.dirname(entry), file).replaceAll(path.sep, "/"));
  const add = (file) => {
    if (bodies.has(file)) return;
    const source = readFileSync(file, "utf8");
    if (file.endsWith(".json")) {
      // Node reads JSON faster than a literal.
      bodies.set(file, `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(source)))});`);
      return;
    }
    const { resolve } = createRequire(file);
    const text = ts.transpileModule(source, { compilerOptions }).outputText;
    bodies.set(
      file,
      text.replace(CALL, (_, name) => `load(${idOf(resolve(name))})`),
    );
    for (const [, name] of text.matchAll(CALL)) add(resolve(name));
  };
  add(entry);
  const modules = [...bodies].map(([file, body]) => `${idOf(file)}(module, exports) {\n${body}\n},`);
  return [HEAD, ...modules, "};", `module.exports = load(${idOf(entry)});`, ""].join("\n");
}

// All are read before one is written: what an entry loads may be another one.
const entries = process.argv.slice(2).map((entry) => path.resolve(entry));
const texts = entries.map(joined);
for (const [index, entry] of entries.entries()) writeFileSync(entry, texts[index]);
