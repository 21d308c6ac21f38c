/** `npm run test:release`: what a release page offers, from a server on this machine to a trained model. Takes minutes and the npm registry. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { checkout } from "../folders";
import { packInto } from "./packed";
import { type ReleasePage, serve } from "./release-page";
import { trains, YamlProject } from "./yaml-project";

describe("a release page", () => {
  const { version } = manifest;
  let name: string;
  let folder: string;
  let service: Emulator;
  let page: ReleasePage | undefined;
  let project: YamlProject | undefined;
  let archiveOf: (entries: { name: string; content: Buffer | string; isExecutable?: boolean }[]) => Buffer;

  before(async () => {
    ({ archiveOf } = await import("../../scripts/plugin/archive.mjs"));
    const { archiveName, thisSystem } = await import("../../scripts/plugin/names.mjs");
    name = archiveName(version, thisSystem());
  });
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "release-"));
    service = await startEmulator({ trainingSeconds: 0.5 });
  });
  afterEach(async () => {
    await service.close();
    await page?.close();
    project?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("serves the single executable to a machine without Node", async () => {
    const { buildExecutable } = await import("../../scripts/plugin/executable.mjs");
    const content = archiveOf(await buildExecutable(checkout, folder));
    page = await serve({ [name]: content });
    const options = `version: ${version}, pluginDownloadURL: "${page.url}"`;
    project = new YamlProject(service.endpoint, options, ["pulumi", "pulumi-language-yaml"]);
    assert.ok(spawnSync("node", ["--version"], { env: project.env }).error, "there is no Node");
    await project.pulumi("stack", "init", "dev");
    await trains(project, service);
    assert.deepEqual(page.asked, [name], "downloaded once");
    assert.match(await project.pulumi("plugin", "ls"), new RegExp(`cleanroomsml +resource +${version}`));
  }).timeout(120_000);

  it("serves the archive that installs the npm package", async () => {
    const { smallArchive } = await import("../../scripts/plugin/small.mjs");
    const content = archiveOf(smallArchive(manifest, `file:${packInto(folder)}`));
    page = await serve({ [name]: content });
    project = new YamlProject(service.endpoint, `version: ${version}`);
    // The SDK of the stand-in for Pulumi's host of Node programs.
    project.env.CLEANROOMSML_CHECKOUT = checkout;
    await project.pulumi("stack", "init", "dev");
    await project.pulumi("plugin", "install", "resource", "cleanroomsml", version, "--server", page.url);
    await trains(project, service);
    assert.deepEqual(page.asked, [name]);
  }).timeout(300_000);
});
