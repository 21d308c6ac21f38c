/** How set-up runs other programs. */
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { constants } from "node:os";

/** Signals closer together than this are one: a terminal and npm may each pass on the same Ctrl-C, and a second one makes Pulumi give up. */
const SAME_SIGNAL_MS = 1000;

/**
 * Runs a program to its end and returns what it wrote.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { log?: string, limitMs?: number }} options `log`: a file for the output instead;
 *   `limitMs`: after which the program, and all that it started, is ended
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { log, limitMs, ...options } = {}) {
  const ownGroup = process.platform !== "win32";
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: ownGroup, ...options });
  const file = log ? createWriteStream(log) : undefined;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
      file?.write(chunk);
    });
  }
  const end = () => (ownGroup && child.pid ? killGroup(child.pid) : child.kill());
  const timer = limitMs ? setTimeout(end, limitMs) : undefined;
  const stop = () => {
    end();
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return new Promise((resolve) => {
    const finish = (code) => {
      clearTimeout(timer);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      file?.end();
      resolve({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      finish(1);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a program in the place of this one: with its terminal, its signals and, in the end, its exit code.
 *
 * At a terminal a Ctrl-C reaches the program by itself, as it is in the same process group. Without one the program gets a group of its own
 * and each signal once, whether it was sent to this process, to npm or to the whole group.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<number>} the exit code
 */
export function handOver(command, args, options = {}) {
  const terminal = Boolean(process.stdin.isTTY) || process.platform === "win32";
  const child = spawn(command, args, { stdio: "inherit", detached: !terminal, ...options });
  const sent = new Map();
  const pass = (signal) => {
    if (terminal && signal === "SIGINT") return;
    if (Date.now() - (sent.get(signal) ?? 0) < SAME_SIGNAL_MS) return;
    sent.set(signal, Date.now());
    child.kill(signal);
  };
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 0));
    });
  });
}
