/**
 * A stand-in for Pulumi's own `pulumi-resource-pulumi-nodejs`: runs the SDK's host of dynamic providers. The engine's address comes as an
 * argument, and the SDK is found from the working folder, as the official launcher does.
 */
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

let host;
try {
  host = createRequire(path.join(process.cwd(), "_")).resolve("@pulumi/pulumi/cmd/dynamic-provider");
} catch {
  // To end at once with a reason is what keeps the engine from waiting for a port that never comes.
  console.error(`The host of dynamic providers needs @pulumi/pulumi, which cannot be found from ${process.cwd()}.`);
  process.exit(1);
}
require(host);
