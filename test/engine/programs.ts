import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

let address: Promise<string> | undefined;

/** Where the process that runs programs listens: one for all tests of this process. */
export function programsAddress(): Promise<string> {
  address ??= startPrograms();
  return address;
}

async function startPrograms(): Promise<string> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name)));
  const child = spawn(
    process.execPath,
    ["--require", path.join(__dirname, "load-late.cjs"), path.join(__dirname, "programs.cjs")],
    { env: own, stdio: ["pipe", "pipe", "inherit"] },
  );
  const [port] = await once(createInterface({ input: child.stdout }), "line");
  child.unref();
  return `127.0.0.1:${port}`;
}
