/**
 * Runs the quick start's program under Pulumi's mocks and prints, as JSON, the provider that each type of dynamic resource registers,
 * as the state keeps it. It looks at what a program registers, and so knows nothing of how the resources are written.
 */
"use strict";
const path = require("node:path");
process.env.TS_NODE_TRANSPILE_ONLY = "1";
require("ts-node/register");
const pulumi = require("@pulumi/pulumi");

/** By type; of texts that differ, the longest. */
const texts = {};
const mocks = {
  newResource({ type, inputs }) {
    const text = inputs.__provider ?? "";
    if (text.length > (texts[type] ?? "").length) texts[type] = text;
    return { id: undefined, state: inputs };
  },
  call: ({ inputs }) => inputs,
};
// As in a preview, in which no id is known yet: what an id looks like is nothing to this script.
pulumi.runtime.setMocks(mocks, "budgets", "budgets", true);

// A resource registers asynchronously, so the answer stands when nothing more is to be done.
process.once("beforeExit", () => {
  if (Object.keys(texts).length === 0) throw new Error("The quick start's program registers no dynamic resource.");
  console.log(JSON.stringify(texts));
});
require(path.resolve("examples/quickstart/index.ts"));
