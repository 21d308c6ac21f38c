/** Pulumi's dynamic host, as the engine starts it, up to its answer to the first question. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** What a bare host evaluates. */
export const bareProvider = "exports.handler=()=>({check:async(_,inputs)=>({inputs,failures:[]})})";

/**
 * Starts a host, asks it to check a resource and ends it.
 *
 * @param {string} folder of a project
 * @param {string} provider the text that the state records
 * @param {object} inputs
 * @returns {Promise<{ seconds: number, peakBytes: number }>}
 */
export async function startHost(folder, provider, inputs) {
  const require = createRequire(path.join(folder, "index.js"));
  const main = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");
  const { CheckRequest, ConfigureRequest } = require("@pulumi/pulumi/proto/provider_pb");
  const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
  const grpc = createRequire(main)("@grpc/grpc-js");
  const configuration = new ConfigureRequest();
  configuration.setArgs(Struct.fromJavaScript({}));
  const request = new CheckRequest();
  request.setUrn("urn:pulumi:dev::bench::pulumi-nodejs:dynamic/bench:Job::model");
  request.setOlds(Struct.fromJavaScript({}));
  request.setNews(Struct.fromJavaScript({ ...inputs, __provider: provider }));

  const started = performance.now();
  const child = spawn(process.execPath, [main, "127.0.0.1:1"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [port] = await once(child.stdout, "data");
    const client = new ResourceProviderClient(`127.0.0.1:${String(port).trim()}`, grpc.credentials.createInsecure());
    await answerTo(client, "configure", configuration);
    await answerTo(client, "check", request);
    const seconds = (performance.now() - started) / 1_000;
    client.close();
    return { seconds, peakBytes: peakBytesOf(child.pid) };
  } finally {
    child.kill("SIGKILL");
  }
}

function answerTo(client, method, request) {
  return new Promise((resolve, reject) => {
    client[method](request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

/** Not a number where the system does not tell. */
function peakBytesOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
  } catch {
    return Number.NaN;
  }
}
