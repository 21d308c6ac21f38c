import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Emulator } from "../../provider/emulator";
import { membership, membershipIdentifier } from "../engine/harness";

/** One model in YAML; the options say where its plugin comes from. */
const program = (options: string) => `name: shop
runtime: yaml
resources:
  churn:
    type: cleanroomsml:TrainedModel
    properties:
      membershipIdentifier: ${membershipIdentifier}
      configuredModelAlgorithmAssociationArn: ${membership}/configured-model-algorithm-association/churn
      resourceConfig: { instanceType: ml.m5.2xlarge, volumeSizeInGB: 30 }
      stoppingCondition: { maxRuntimeInSeconds: 3600 }
      dataChannels:
        - mlInputChannelArn: ${membership}/ml-input-channel/training
          channelName: training
${options === "" ? "" : `    options: { ${options} }\n`}outputs:
  status: \${churn.status}
`;

/** The path of a program on PATH. */
function onPath(name: string, places = process.env.PATH ?? ""): string {
  const folders = places.split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  assert.ok(found, `${name} is not on PATH: these tests need it`);
  return found;
}

/** A project in YAML with a stack, in a folder and a Pulumi home of its own. */
export class YamlProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-yaml-"));
  readonly env: NodeJS.ProcessEnv;

  /** On its PATH are some programs and nothing else, or all that this machine has. */
  constructor(endpoint: string, options = "", programs?: readonly string[]) {
    const place = (name: string) => path.join(this.folder, name);
    for (const name of ["bin", "state"]) mkdirSync(place(name));
    for (const name of programs ?? []) symlinkSync(onPath(name), place(`bin/${name}`));
    this.env = {
      PATH: programs === undefined ? process.env.PATH : place("bin"),
      HOME: this.folder,
      PULUMI_HOME: place("home"),
      PULUMI_BACKEND_URL: `file://${place("state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_STACK: "dev",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      AWS_ENDPOINT_URL_CLEANROOMSML: endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    writeFileSync(place("Pulumi.yaml"), program(options));
  }

  /** Runs a command of the CLI that must succeed, and gives what it printed. */
  async pulumi(...args: string[]): Promise<string> {
    const child = spawn(onPath("pulumi", this.env.PATH), [...args, "--non-interactive"], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const [code] = await once(child, "close");
    assert.equal(code, 0, output);
    return output;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** From nothing to a model and back, with one training. */
export async function trains(project: YamlProject, service: Emulator): Promise<void> {
  assert.match(await project.pulumi("preview"), /\+ 4 to create/);
  assert.match(await project.pulumi("up", "--yes", "--skip-preview"), /status: "ACTIVE"/);
  assert.match(await project.pulumi("preview"), /4 unchanged/);
  await project.pulumi("destroy", "--yes", "--skip-preview");
  assert.equal(service.creates, 1);
  const statuses = service.models().map(({ status }) => status);
  assert.deepEqual(statuses, ["INACTIVE"]);
}
