/** `npm run test:release`: the package as npm installs it, with the newest SDK that it takes, in projects of two languages. */
import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { checkout } from "../folders";
import { npm, packInto } from "./packed";
import { trains, YamlProject } from "./yaml-project";

const PLUGIN = "./node_modules/pulumi-cleanroomsml/plugin";
const LINE = `packages:\n  cleanroomsml: ${PLUGIN}\n`;

describe("the installed package", () => {
  let folder: string;
  let packed: string;
  let service: Emulator;
  let project: YamlProject;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "installed-"));
    packed = packInto(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async function () {
    this.timeout(120_000);
    service = await startEmulator({ trainingSeconds: 0.5 });
    project = new YamlProject(service.endpoint);
    project.env.CLEANROOMSML_CHECKOUT = checkout;
    await project.pulumi("stack", "init", "dev");
    npm(project.folder, "install", "--no-audit", "--no-fund", packed);
  });
  afterEach(async () => {
    await service.close();
    project.close();
  });

  const read = (name: string) => readFileSync(path.join(project.folder, name), "utf8");

  it("is added to a project in YAML, and added again", async () => {
    const before = ["package.json", "package-lock.json"].map(read);
    for (const time of ["once", "twice"]) {
      await project.pulumi("package", "add", PLUGIN);
      assert.equal(read("Pulumi.yaml").split(LINE).length, 2, time);
    }
    assert.deepEqual(["package.json", "package-lock.json"].map(read), before, "nothing else is installed or taken away");
    assert.ok(existsSync(path.join(project.folder, "node_modules/@pulumi/pulumi")));
    await trains(project, service);
  }).timeout(120_000);

  it("switches a program in Node by that one line", async () => {
    writeFileSync(path.join(project.folder, "index.js"), NODE_PROGRAM);
    writeFileSync(path.join(project.folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nmain: index.js\n");
    const dynamic = await project.pulumi("preview", "--debug");
    assert.match(dynamic, /served by Pulumi's dynamic host/);
    assert.match(dynamic, /pulumi-nodejs:dynamic\/cleanroomsml:TrainingJob/);
    appendFileSync(path.join(project.folder, "Pulumi.yaml"), LINE);
    const plugin = await project.pulumi("preview", "--debug");
    assert.match(plugin, /served by the provider plugin cleanroomsml/);
    assert.match(plugin, /cleanroomsml:index:TrainingJob/);
    await trains(project, service);
  }).timeout(120_000);
});

/** The model of the program in YAML. */
const NODE_PROGRAM = `
const { TrainedModel } = require("pulumi-cleanroomsml");
const membershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/" + membershipIdentifier;
const churn = new TrainedModel("churn", {
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: membership + "/configured-model-algorithm-association/churn",
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [{ mlInputChannelArn: membership + "/ml-input-channel/training", channelName: "training" }],
});
exports.status = churn.status;
`;
