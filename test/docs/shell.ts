import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Project } from "../engine/harness";
import { quickEnvironment } from "../engine/quick";
import { checkout } from "./blocks";

/** What a stand-in for a command was called with. */
export interface Call {
  args: string[];
  env: Record<string, string>;
}

/** A user's shell in a project: `pulumi` is the set-up's, `npx cleanroomsml` the package's; `aws` and `gh` only record. */
export class Shell {
  readonly #bin: string;

  constructor(readonly project: Project) {
    this.#bin = path.join(project.folder, "bin");
    mkdirSync(this.#bin);
    for (const name of ["aws", "gh"]) this.#standIn(name);
    const links = path.join(project.folder, "node_modules", ".bin");
    const command = path.join(checkout, "dist", "cli", "index.js");
    mkdirSync(links);
    // As npm does for a package's commands.
    chmodSync(command, 0o755);
    symlinkSync(command, path.join(links, "cleanroomsml"));
  }

  /** Runs a text as it stands; the exit code is the last one's, or the first that fails. Prompts are answered with yes. */
  async run(text: string, env: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; output: string }> {
    const { child, ended } = this.start(text, { ...(await quickEnvironment(this.project.env)), ...env });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    return { code: await ended, output };
  }

  /** Runs a text that must succeed. */
  async succeed(text: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const { code, output } = await this.run(text, env);
    assert.equal(code, 0, `${text}\n${output}`);
    return output;
  }

  /** Starts a text in a process group of its own. */
  start(text: string, env: NodeJS.ProcessEnv = {}): { child: ChildProcess; ended: Promise<number | null> } {
    const cli = process.env.CLEANROOMSML_PULUMI;
    assert.ok(cli, "run these tests through `npm test`: it finds or builds the Pulumi CLI");
    const child = spawn("sh", ["-e", "-c", text], {
      cwd: this.project.folder,
      env: {
        ...this.project.env,
        PATH: [this.#bin, path.dirname(cli), process.env.PATH].join(path.delimiter),
        PULUMI_SKIP_CONFIRMATIONS: "true",
        npm_config_offline: "true",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    return { child, ended: new Promise((resolve) => child.on("close", resolve)) };
  }

  /** The calls of a stand-in. */
  calls(name: "aws" | "gh"): Call[] {
    const file = path.join(this.#bin, `${name}.calls`);
    if (!existsSync(file)) return [];
    return readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  read(file: string): string {
    return readFileSync(path.join(this.project.folder, file), "utf8");
  }

  #standIn(name: string): void {
    const file = path.join(this.#bin, name);
    const record = `{ args: process.argv.slice(2), env: { GH_TOKEN: process.env.GH_TOKEN } }`;
    const body = `require("node:fs").appendFileSync(${JSON.stringify(`${file}.calls`)}, JSON.stringify(${record}) + "\\n");`;
    writeFileSync(file, `#!${process.execPath}\n${body}\n`, { mode: 0o755 });
  }
}

/** The values of a command's flags, as the AWS CLI and gh take them; a flag without a value is true. */
export function flagsOf(args: readonly string[]): Record<string, string | true> {
  const flags: Record<string, string | true> = {};
  for (const [index, arg] of args.entries()) {
    if (!arg.startsWith("--")) continue;
    const value = args[index + 1];
    flags[arg.slice(2)] = value === undefined || value.startsWith("--") ? true : value;
  }
  return flags;
}
