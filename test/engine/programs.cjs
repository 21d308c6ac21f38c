/**
 * Runs the programs of tests in a process that stays, as Pulumi's Automation API does with its inline programs. A program in a process of its
 * own takes 2 s of CPU more, nearly all of it to load the SDK. Says on its first line where it listens; ends with its parent.
 */
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

const fromSdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const grpc = fromSdk("@grpc/grpc-js");
const { LanguageServer } = fromSdk("./automation/server");
const { LanguageRuntimeService } = fromSdk("./proto/language_grpc_pb");

// An engine may listen where one of before did; what the process knows of that one, which is gone, is no reason to wait.
fromSdk("./runtime/settings").grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;

const { getRequiredPlugins, getPluginInfo } = LanguageServer.prototype;

function run(call, reply) {
  const folder = call.request.getInfo()?.getProgramDirectory() || call.request.getPwd();
  new LanguageServer(async () => load(folder)).run(call, reply);
}

/** The program anew: the last run had another text. */
function load(folder) {
  process.chdir(folder);
  const program = createRequire(path.join(folder, "_"));
  const file = program.resolve("./index.js");
  delete require.cache[file];
  return program(file);
}

// What a program that failed left behind is told by its run; the next one starts anew.
process.on("unhandledRejection", () => {});

const server = new grpc.Server();
server.addService(LanguageRuntimeService, { run, getRequiredPlugins, getPluginInfo });
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.resume().on("end", () => process.exit(0));
