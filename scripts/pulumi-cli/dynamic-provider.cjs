/**
 * A stand-in for Pulumi's own `pulumi-resource-pulumi-nodejs`: runs the SDK's host of dynamic providers. The engine's address comes as an
 * argument, and the SDK is found from the working folder, as the official launcher does.
 */
"use strict";
const { createRequire } = require("node:module");
const { connect } = require("node:net");
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

/** The SDK's host outlives an engine that was killed. A provider in it may have a watch of its own, and is given 7 s to act. */
const [hostname, port] = String(process.argv.at(-1)).split(":");
const watch = setInterval(() => {
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.destroy());
  socket.once("error", () => {
    clearInterval(watch);
    setTimeout(() => process.exit(1), 7_000);
  });
}, 1_000).unref();
