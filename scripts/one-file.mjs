/**
 * `node scripts/one-file.mjs MODULE`: joins a compiled module and all that it loads of this package into one file, in its place.
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

const entry = path.resolve(process.argv[2]);
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, removeComments: true };

/** The text of each module, as the body of a function, by its file. */
const bodies = new Map();

/** @param {string} file */
function add(file) {
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
}

/** @param {string} file */
function idOf(file) {
  return JSON.stringify(path.relative(path.dirname(entry), file).replaceAll(path.sep, "/"));
}

add(entry);
const modules = [...bodies].map(([file, body]) => `${idOf(file)}(module, exports) {\n${body}\n},`);
writeFileSync(entry, [HEAD, ...modules, "};", `module.exports = load(${idOf(entry)});`, ""].join("\n"));
