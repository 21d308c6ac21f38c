/** Preloaded into every Node process of a life: notes which of them have loaded this package's host, as a file named by the process. */
const { writeFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  const folder = process.env.CLEANROOMSML_NOTES;
  if (request === "pulumi-cleanroomsml/host" && folder !== undefined) writeFileSync(path.join(folder, `host-${process.pid}`), "");
  return loaded;
};
