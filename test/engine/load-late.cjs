/**
 * Lets Pulumi's SDK load two packages when it uses them, instead of at its start: TypeScript and npm's Arborist, which it has for functions
 * that it serializes. They are three fifths of what the start of a host takes.
 */
"use strict";
const Module = require("node:module");
const path = require("node:path");

const LATE = new Set(["typescript", "@npmcli/arborist"]);
const SDK = path.join("@pulumi", "pulumi", path.sep);
const load = Module._load;

Module._load = function (name, parent, isMain) {
  if (!LATE.has(name) || !parent?.filename?.includes(SDK)) return load.call(this, name, parent, isMain);
  let loaded;
  const get = (_, key) => {
    if (key === "__esModule") return true;
    loaded ??= load.call(this, name, parent, isMain);
    return loaded[key];
  };
  return new Proxy({}, { get });
};
