import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout } from "../folders";
import { npm, packInto } from "./packed";
import { hasLanguageHost } from "./yaml-models";

/** A language other than Node: its project in examples/, and how its programs are changed. */
export interface Language {
  name: "python" | "go";
  /** What runs its programs, besides Pulumi's language host. */
  tool: string;
  program: string;
  /** Where the quick start has its hyperparameters, and how one more is written after them: a secret. */
  epochs: (count: number) => string;
  secret: (text: string) => string;
  /** Where the chain has the inputs of its second model, and inputs that are outputs of its first which that does not have. */
  absent: [before: string, inputs: string];
}

export const languages: readonly Language[] = [
  {
    name: "python",
    tool: "python3",
    program: "__main__.py",
    epochs: (count) => `"epochs": ${count},`,
    secret: (text) => `"token": pulumi.Output.secret("${text}"),`,
    absent: [
      "incremental_training_data_channels=[",
      "kms_key_arn=january.kms_key_arn, environment=january.environment, description=january.description, ",
    ],
  },
  {
    name: "go",
    tool: "go",
    program: "main.go",
    epochs: (count) => `"epochs":        pulumi.Any(${count}),`,
    secret: (text) => `"token": pulumi.ToSecret(pulumi.String("${text}")),`,
    absent: ["IncrementalTrainingDataChannels:", "KmsKeyArn: january.KmsKeyArn, Description: january.Description, "],
  },
];

/** What keeps the programs of a language from running here. */
export function missingFor({ name, tool }: Language): string | undefined {
  if (!hasLanguageHost(name)) return `pulumi-language-${name} is neither beside the CLI nor on PATH`;
  return spawnSync(tool, [name === "go" ? "version" : "--version"]).status === 0 ? undefined : `there is no ${tool}`;
}

/** A copy of examples/ in which the packed package is installed as its README says. */
export class Installed {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-language-"));
  readonly project = path.join(this.#folder, "project");

  constructor({ name }: Language) {
    cpSync(path.join(checkout, "examples", name), this.project, { recursive: true });
    npm(this.project, "install", "--no-audit", "--no-fund", packInto(this.#folder));
    mkdirSync(path.join(this.#folder, "state"));
    const env = {
      ...process.env,
      PULUMI_HOME: path.join(this.#folder, "home"),
      PULUMI_BACKEND_URL: `file://${this.#folder}/state`,
    };
    const args = ["package", "add", "./node_modules/pulumi-cleanroomsml/plugin", "--non-interactive"];
    const { status, stdout, stderr } = spawnSync(process.env.CLEANROOMSML_PULUMI ?? "pulumi", args, {
      cwd: this.project,
      env,
      encoding: "utf8",
    });
    assert.equal(status, 0, `${stdout}${stderr}`);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Changes a text of a program, which must be there once. */
export function edit(file: string, from: string, to: string): void {
  const parts = readFileSync(file, "utf8").split(from);
  assert.equal(parts.length, 2, `${file} has ${parts.length - 1} times ${from}`);
  writeFileSync(file, parts.join(to));
}
