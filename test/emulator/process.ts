import { spawn } from "node:child_process";
import { once } from "node:events";
import { cli } from "../cli/run";

/** The command in a process of its own; it comes back when the process listens, or has ended. */
export async function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, "emulator", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  let out = "";
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  const listening = new Promise<string>((done) => {
    child.stdout.on("data", (data) => {
      out += data;
      const found = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(out);
      if (found?.[1]) done(found[1]);
    });
    ended.then(() => done(""));
  });
  return { child, ended, endpoint: await listening, out: () => out, err: () => err };
}
