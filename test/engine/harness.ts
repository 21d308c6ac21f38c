import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, type EmulatorOptions, type StoredModel, startEmulator } from "../../provider/emulator";
import { checkout } from "../folders";
import { host } from "./host";
import { quickEnvironment } from "./quick";

/** One finished command. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both, as a person sees them. */
  output: string;
  seconds: number;
}

/** A resource as `pulumi stack export` shows it. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  delete?: boolean;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  initErrors?: string[];
  protect?: boolean;
  /** Where the program made it. */
  stackTrace?: unknown;
}

/** The real time, and what was skipped. */
class SkippingClock {
  #skipped = 0;
  now(): number {
    return Date.now() + this.#skipped;
  }
  skip(seconds: number): void {
    this.#skipped += seconds * 1_000;
  }
}

/** What `pulumi stack init dev` writes: the first project of this process runs it, and the others copy. */
let newStack: Promise<[file: string, content: Buffer][]> | undefined;

/** A program, a stack with a file backend, and the service, all of one test's own. */
export class Project {
  readonly folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-"));
  readonly env: NodeJS.ProcessEnv;
  /** Only a program in Node can run in the process that stays. */
  #isNode = true;

  private constructor(
    readonly service: Emulator,
    /** The service's time, which can be put forward. */
    readonly clock: SkippingClock,
  ) {
    const state = path.join(this.folder, "state");
    mkdirSync(state);
    this.env = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name))),
      PULUMI_HOME: path.join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_STACK: "dev",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      // For `--event-log`.
      PULUMI_DEBUG_COMMANDS: "true",
      AWS_ENDPOINT_URL_CLEANROOMSML: service.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    this.host(host);
    writeFileSync(path.join(this.folder, "package.json"), JSON.stringify({ name: "shop", main: "index.js" }));
    const modules = path.join(this.folder, "node_modules");
    mkdirSync(path.join(modules, "@pulumi"), { recursive: true });
    symlinkSync(checkout, path.join(modules, "pulumi-cleanroomsml"));
    symlinkSync(path.join(checkout, "node_modules", "@pulumi", "pulumi"), path.join(modules, "@pulumi", "pulumi"));
    symlinkSync(path.join(checkout, "node_modules", "@pulumi", "aws"), path.join(modules, "@pulumi", "aws"));
  }

  /** A project with a service whose trainings take half a second, unless told otherwise. */
  static async create(options: EmulatorOptions = {}): Promise<Project> {
    const clock = new SkippingClock();
    const project = new Project(await startEmulator({ trainingSeconds: 0.5, clock, ...options }), clock);
    newStack ??= project.#initStack();
    // Empty once the command is over; a command that is killed at once has not made it.
    mkdirSync(path.join(project.folder, "state", ".pulumi", "locks"), { recursive: true });
    for (const [file, content] of await newStack) {
      mkdirSync(path.dirname(path.join(project.folder, file)), { recursive: true });
      writeFileSync(path.join(project.folder, file), content);
    }
    return project;
  }

  async #initStack(): Promise<[file: string, content: Buffer][]> {
    const { code, output } = await this.pulumi("stack", "init", "dev");
    assert.equal(code, 0, output);
    const written = readdirSync(path.join(this.folder, "state"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)));
    return ["Pulumi.dev.yaml", ...written].map((file) => [file, readFileSync(path.join(this.folder, file))]);
  }

  /** Writes the project: with the provider plugin, or without it. */
  host(by: typeof host, main = "index.js"): void {
    const packages = by === "plugin" ? `packages:\n  cleanroomsml: ${path.join(checkout, "plugin")}\n` : "";
    const runtime = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";
    writeFileSync(path.join(this.folder, "Pulumi.yaml"), `name: shop\n${runtime}main: ${main}\n${packages}`);
  }

  /** Writes the program: a body that sees `pulumi`, `ml` (this package), `args` (legal inputs) and `exports`. */
  program(body: string): void {
    writeFileSync(path.join(this.folder, "index.js"), `${PRELUDE}\n${body}\n`);
  }

  /** Writes a project in YAML: its resources, which the plugin serves, and whatever else it has. */
  yaml(resources: object, more: object = {}): void {
    const packages = { cleanroomsml: path.join(checkout, "plugin") };
    // JSON is YAML.
    const text = JSON.stringify({ name: "shop", runtime: "yaml", packages, resources, ...more }, null, 2);
    writeFileSync(path.join(this.folder, "Pulumi.yaml"), text);
    this.#isNode = false;
  }

  /** Takes a project in another language than Node as it stands, with a stack of its own. */
  async take(folder: string): Promise<void> {
    for (const kept of ["state", "Pulumi.dev.yaml"]) rmSync(path.join(this.folder, kept), { recursive: true });
    mkdirSync(path.join(this.folder, "state"));
    const isOwn = (name: string) => path.basename(name) !== "node_modules";
    cpSync(folder, this.folder, { recursive: true, filter: isOwn, verbatimSymlinks: true });
    this.#isNode = false;
    const { code, output } = await this.pulumi("stack", "init", "dev");
    assert.equal(code, 0, output);
  }

  /** Starts the CLI as a user does: with a program in a process of its own. Its end is awaited by `finished`. */
  start(...args: string[]): { child: ChildProcess; finished: Promise<Finished> } {
    return this.#start(args, this.env);
  }

  #start(args: string[], env: NodeJS.ProcessEnv): { child: ChildProcess; finished: Promise<Finished> } {
    const started = performance.now();
    const child = spawn(cli(), [...args, "--non-interactive"], {
      cwd: this.folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const result: Finished = { code: null, stdout: "", stderr: "", output: "", seconds: 0 };
    const collect = (key: "stdout" | "stderr") => (chunk: Buffer) => {
      result[key] += chunk;
      result.output += chunk;
    };
    child.stdout.on("data", collect("stdout"));
    child.stderr.on("data", collect("stderr"));
    const finished = new Promise<Finished>((resolve) => {
      child.on("close", (code) => resolve({ ...result, code, seconds: (performance.now() - started) / 1_000 }));
    });
    return { child, finished };
  }

  async #quickEnv(): Promise<NodeJS.ProcessEnv> {
    if (!this.#isNode) return this.env;
    return { ...this.env, ...(await quickEnvironment(this.env)) };
  }

  /** Runs a command to its end; a program in the process that stays. */
  async pulumi(...args: string[]): Promise<Finished> {
    return this.#start(args, await this.#quickEnv()).finished;
  }

  /** `pulumi up` that must succeed. */
  async up(...args: string[]): Promise<Finished> {
    const result = await this.pulumi("up", "--yes", "--skip-preview", ...args);
    assert.equal(result.code, 0, result.output);
    return result;
  }

  /** `pulumi up` bound to the plan of its own preview: it fails where it does anything else. Returns what it did. */
  async planned(...args: string[]): Promise<Record<string, number>> {
    const log = path.join(this.folder, "events.json");
    const { code, output } = await this.pulumi("up", "--yes", "--strict", "--event-log", log, ...args);
    assert.equal(code, 0, output);
    const events = readFileSync(log, "utf8").trim().split("\n");
    const steps = events.map((line) => JSON.parse(line).resourcePreEvent?.metadata).filter(Boolean);
    return operationsOf(steps.filter(({ type }) => !type.startsWith("pulumi:providers:")));
  }

  /** `pulumi up` that must fail. */
  async upFails(...args: string[]): Promise<Finished> {
    const result = await this.pulumi("up", "--yes", "--skip-preview", ...args);
    assert.notEqual(result.code, 0, result.output);
    return result;
  }

  /** Runs a command line that a message names, as a person would paste it. */
  async shell(line: string): Promise<Finished> {
    const quoted = line
      .replace(/^npx cleanroomsml/, `'${process.execPath}' '${path.join(checkout, "dist/cli/index.js")}'`)
      .replace(/^pulumi/, `'${cli()}' --non-interactive`);
    const child = spawn("sh", ["-c", quoted], { cwd: this.folder, env: await this.#quickEnv() });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, stdout: output, stderr: "", output, seconds: 0 };
  }

  /** What `pulumi preview` would do: a count of operations by logical type, e.g. `{ "TrainingJob replace": 1 }`. */
  async previewed(...args: string[]): Promise<Record<string, number>> {
    const { code, stdout, output } = await this.pulumi("preview", "--json", ...args);
    assert.equal(code, 0, output);
    return operationsOf(JSON.parse(stdout).steps);
  }

  async state(): Promise<StateResource[]> {
    return this.#checkpoint().resources ?? [];
  }

  /** What the provider answers for in the state. */
  async recorded(): Promise<Pick<StateResource, "urn" | "inputs" | "outputs">[]> {
    return (await this.state()).map(({ urn, id, inputs, outputs, delete: isOld }) => ({
      urn,
      id,
      inputs,
      outputs,
      delete: isOld,
    }));
  }

  /** What the file backend keeps of the only stack, without the time that `pulumi stack export` takes. */
  #checkpoint(): { resources?: StateResource[]; pending_operations?: unknown[] } {
    const stacks = path.join(this.folder, "state", ".pulumi", "stacks");
    const file = readdirSync(stacks, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith(".json"));
    assert.ok(file, "there is no stack");
    return JSON.parse(readFileSync(path.join(stacks, file), "utf8")).checkpoint.latest ?? {};
  }

  /** The state of one part, e.g. `TrainingJob`, of the model `name`. */
  async resource(type: string, name = "churn"): Promise<StateResource> {
    const found = (await this.state()).find(({ urn, delete: isOld }) => urn.endsWith(`${type}::${name}`) && !isOld);
    assert.ok(found, `no ${type} ${name} in the state`);
    return found;
  }

  async hasPendingOperations(): Promise<boolean> {
    return (this.#checkpoint().pending_operations ?? []).length > 0;
  }

  /** The model that the service has for the job `name`. */
  async served(name = "churn"): Promise<StoredModel | undefined> {
    const [arn, version] = (await this.resource("TrainingJob", name)).id?.split("#") ?? [];
    return this.service
      .models()
      .find(({ trainedModelArn, versionIdentifier }) => trainedModelArn === arn && versionIdentifier === version);
  }

  /** Every file of the backend with its history, and the CLI's logs, as text: what a thief would see. */
  writtenText(): string {
    const folders = ["state", "home"].map((name) => path.join(this.folder, name));
    const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
    return files
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
  }

  async close(): Promise<void> {
    await this.service.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Steps that do something, counted by type and operation. */
export function operationsOf(steps: { op: string; urn: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { op, urn } of steps.filter((step) => step.op !== "same")) {
    const key = `${urn.split("::")[2]?.split(/[:$]/).at(-1)} ${urn.split("::")[3]} ${op}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The CLI that set-up found or built. */
function cli(): string {
  const found = process.env.CLEANROOMSML_PULUMI;
  assert.ok(found, "run these tests through `npm test`: it finds or builds the Pulumi CLI");
  return found;
}

export const membershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
export const membership = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}`;

const PRELUDE = `
const pulumi = require("@pulumi/pulumi");
const ml = require("pulumi-cleanroomsml");
const args = {
  membershipIdentifier: "${membershipIdentifier}",
  configuredModelAlgorithmAssociationArn: "${membership}/configured-model-algorithm-association/churn",
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [{ mlInputChannelArn: "${membership}/ml-input-channel/training", channelName: "training" }],
  hyperparameters: { epochs: 10 },
};
`;
