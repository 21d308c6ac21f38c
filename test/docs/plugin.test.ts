import assert from "node:assert/strict";
import { Project } from "../engine/harness";
import { block, INLINE, SH } from "./commands";
import { Shell } from "./shell";

describe("the commands of docs/plugin.md, as they stand", function () {
  this.timeout(120_000);
  let project: Project;
  let shell: Shell;

  beforeEach(async () => {
    project = await Project.create();
    project.host("plugin");
    project.program(`new ml.TrainedModel("churn", args);`);
    shell = new Shell(project);
  });
  afterEach(() => project.close());

  it("tell the plugin the region and the profile, as the error before them says", async () => {
    await shell.succeed("pulumi config set aws:region us-east-1");
    await shell.succeed("pulumi config set aws:profile my-profile");
    const refused = await shell.run("pulumi preview");
    assert.notEqual(refused.code, 0);
    const commands = block(SH[9]).trimEnd().split("\n");
    for (const command of commands) assert.ok(refused.output.includes(`run \`${command}\``), refused.output);
    await shell.succeed(block(SH[9]));
    await shell.succeed("pulumi preview");
    assert.equal(project.service.requests.length, 0);
  });

  it("import a model with its component, and a training alone", async () => {
    await shell.succeed("pulumi up");
    const { id = "" } = await project.resource("TrainingJob");
    await shell.succeed("pulumi state delete --all --force --yes");
    const [preview = "", load = ""] = block(SH[10]).trimEnd().split("\n");
    await shell.succeed(preview);
    await shell.succeed(`sed -i.bak 's|<PLACEHOLDER>|${id}|' import.json`);
    await shell.succeed(`${load} --yes`);
    await shell.succeed("pulumi preview --expect-no-changes");
    await shell.succeed(INLINE[7]);
    await shell.succeed("pulumi state unprotect --all --yes");
    await shell.succeed("pulumi state delete --all --force --yes");
    const alone = INLINE[8].replace("NAME", "alone").replace("ID", `'${id}'`);
    await shell.succeed(`${alone} --yes --generate-code=false`);
    assert.equal((await project.resource("TrainingJob", "alone")).id, id);
    assert.equal(project.service.creates, 1);
  });
});
