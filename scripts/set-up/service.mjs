/** The embedded service, for as long as some work needs it. */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SetUpError } from "./say.mjs";

const START_LIMIT_MS = 20_000;

/**
 * Runs the embedded service on a free port of this machine during `work`, which is told its address.
 *
 * @template T
 * @param {{ checkout: string, data: string, trainingSeconds: number }} options `data`: the file that keeps what was created
 * @param {(address: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withService({ checkout, data, trainingSeconds }, work) {
  const command = path.join(checkout, "dist", "cli", "index.js");
  const args = ["emulator", "--port", "0", "--data", data, "--training", String(trainingSeconds)];
  const withParent = fileURLToPath(new URL("with-parent.cjs", import.meta.url));
  // In a process group of its own: a Ctrl-C is for Pulumi, which still needs the service to end well.
  const service = spawn(process.execPath, ["--require", withParent, command, ...args], {
    detached: process.platform !== "win32",
    stdio: ["pipe", "pipe", "pipe"],
  });
  try {
    return await work(await addressOf(service));
  } finally {
    await stop(service);
  }
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} service */
function addressOf(service) {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (reason) => reject(new SetUpError(`The embedded service did not start: ${reason}\n${output.trim()}`));
    const timer = setTimeout(() => fail("it did not say where it listens."), START_LIMIT_MS);
    const read = (chunk) => {
      output += chunk;
      const found = /listening on (http:\/\/\S+)/.exec(output);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    service.stdout.on("data", read);
    service.stderr.on("data", read);
    service.once("exit", (code) => {
      clearTimeout(timer);
      fail(`it ended with exit code ${code}.`);
    });
  });
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} service */
async function stop(service) {
  if (service.exitCode !== null || service.signalCode !== null) return;
  const gone = new Promise((resolve) => service.once("exit", resolve));
  service.kill("SIGTERM");
  const giveUp = setTimeout(() => service.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(giveUp);
}
