/** A project with a stack of its own, in which one program is measured. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withoutTheUsersOwn } from "../../set-up/quick-start.mjs";
import { capture } from "../../set-up/run.mjs";
import { SetUpError } from "../../set-up/say.mjs";
import { compiledText, compilerOptions } from "./compiler.mjs";
import { childrenCpuSeconds } from "./cpu.mjs";

const usageHook = fileURLToPath(new URL("usage.cjs", import.meta.url));

/**
 * What one command of the CLI took.
 *
 * @typedef {object} Run
 * @property {number} seconds by the clock on the wall
 * @property {number | undefined} cpuSeconds of the CLI and all that it started, where the system tells
 * @property {Partial<Record<"program" | "host", { cpuSeconds: number, peakBytes: number }>>} processes
 */

export class Project {
  /** @type {string} */ folder;
  /** @type {NodeJS.ProcessEnv} */ env;
  /** @type {string} */ #cli;
  /** @type {string} */ #usage;

  /**
   * @param {{ cli: string, place: string, name: string, program: string, service: string, nodeOptions?: string[], compiled?: boolean, plugin?: boolean, env?: NodeJS.ProcessEnv }} options
   *   `place`: the folder with the modules; `service`: its address; `nodeOptions`: for the program and the host;
   *   `plugin`: the project names the provider plugin
   */
  constructor({ cli, place, name, program, service, nodeOptions = [], compiled = false, plugin = false, env = {} }) {
    this.#cli = cli;
    this.folder = path.join(place, name);
    this.#usage = path.join(this.folder, "usage");
    const state = path.join(this.folder, "state");
    for (const folder of [state, this.#usage]) mkdirSync(folder, { recursive: true });
    const main = compiled ? "index.js" : "index.ts";
    const options = `\n  options:\n    typescript: ${!compiled}`;
    const packages = plugin ? "packages:\n  cleanroomsml: ../node_modules/pulumi-cleanroomsml/plugin\n" : "";
    writeFileSync(
      path.join(this.folder, "Pulumi.yaml"),
      `name: bench\nruntime:\n  name: nodejs${options}\nmain: ${main}\n${packages}`,
    );
    writeFileSync(path.join(this.folder, "package.json"), JSON.stringify({ name: "bench", main }));
    writeFileSync(path.join(this.folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    writeFileSync(path.join(this.folder, main), compiled ? compiledText(program) : program);
    this.env = {
      ...withoutTheUsersOwn(process.env),
      NODE_OPTIONS: [process.env.NODE_OPTIONS, `--require=${usageHook}`, ...nodeOptions].filter(Boolean).join(" "),
      BENCH_USAGE: this.#usage,
      PULUMI_HOME: path.join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_STACK: "dev",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      AWS_ENDPOINT_URL_CLEANROOMSML: service,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      ...env,
    };
  }

  /** Makes the stack. */
  async open() {
    await this.#pulumi(["stack", "init", "dev"], 0);
    return this;
  }

  /**
   * Runs a command and says what it took.
   *
   * @param {"up" | "preview" | "refresh" | "destroy"} command
   * @param {number} models of the program
   * @returns {Promise<Run>}
   */
  async measure(command, models) {
    for (const file of readdirSync(this.#usage)) rmSync(path.join(this.#usage, file));
    const [cpu, started] = [childrenCpuSeconds(), performance.now()];
    await this.#pulumi(commands[command], models);
    const seconds = (performance.now() - started) / 1000;
    const after = childrenCpuSeconds();
    const cpuSeconds = cpu === undefined || after === undefined ? undefined : after - cpu;
    return { seconds, cpuSeconds, processes: this.#processes() };
  }

  /** The state, as `pulumi stack export` prints it. */
  async state() {
    return this.#pulumi(["stack", "export"], 0);
  }

  #processes() {
    const usages = readdirSync(this.#usage).map((file) => JSON.parse(readFileSync(path.join(this.#usage, file), "utf8")));
    return Object.fromEntries(usages.map(({ role, ...usage }) => [role, usage]));
  }

  /** @param {string[]} args @param {number} models */
  async #pulumi(args, models) {
    const env = { ...this.env, BENCH_MODELS: String(models) };
    const { code, output } = await capture(this.#cli, [...args, "--non-interactive"], { cwd: this.folder, env });
    if (code === 0) return output;
    throw new SetUpError(
      `pulumi ${args.join(" ")} failed in ${this.folder}:\n${output.trim().split("\n").slice(-30).join("\n")}`,
    );
  }
}

const commands = {
  up: ["up", "--yes", "--skip-preview"],
  preview: ["preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};
