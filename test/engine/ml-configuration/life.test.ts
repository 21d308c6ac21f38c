import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { membershipIdentifier, Project } from "../harness";

const ROLE = "arn:aws:iam::123456789012:role/output";
const location = (uri: string | undefined, roleArn = ROLE) => ({
  roleArn,
  ...(uri === undefined ? {} : { destination: { s3Destination: { s3Uri: uri } } }),
});

describe("an ML configuration", function () {
  this.timeout(120_000);
  let project: Project;
  beforeEach(async () => {
    project = await Project.create();
  });
  afterEach(() => project.close());

  const text = (name: string, more: object = {}, uri = "s3://models/outputs") =>
    `const ${name} = new ml.MlConfiguration("${name}", ${JSON.stringify({ membershipIdentifier, defaultOutputLocation: location(uri), ...more })});`;
  const program = (...parts: Parameters<typeof text>) =>
    project.program(`${text(...parts)} exports.owned = ${parts[0]}.owned; exports.region = ${parts[0]}.region;`);
  const there = () => project.service.configuration({ membershipIdentifier })?.defaultOutputLocation;
  const asked = (operation: string) => project.service.requests.filter((request) => request.operation === operation).length;
  const destroy = async () => {
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    return output;
  };

  it("is put, then nothing, then put again in place, and is deleted", async () => {
    program("logs");
    assert.deepEqual(await project.planned(), { "Stack shop-dev create": 1, "MlConfiguration logs create": 1 });
    assert.deepEqual(there(), location("s3://models/outputs"));
    assert.deepEqual(await project.planned(), {});
    program("logs", {}, "s3://models/elsewhere");
    assert.equal((await project.planned())["MlConfiguration logs update"], 1);
    assert.deepEqual(there(), location("s3://models/elsewhere"));
    assert.deepEqual(await project.planned(), {});
    assert.equal((await project.resource("MlConfiguration", "logs")).outputs?.owned, true);
    await destroy();
    assert.equal(there(), undefined);
  });

  it("that is there already is taken over, not owned, and left there", async () => {
    project.service.configure({ membershipIdentifier }, location("s3://models/outputs"));
    program("logs");
    assert.match((await project.up()).output, /has this ML configuration already/);
    assert.equal(asked("PutMLConfiguration"), 0);
    assert.equal((await project.resource("MlConfiguration", "logs")).outputs?.owned, false);
    assert.match(await destroy(), /stays: this stack did not make it/);
    assert.deepEqual(there(), location("s3://models/outputs"));
  });

  it("that is another one is an error that shows both, unless `overwrite` says so", async () => {
    project.service.configure({ membershipIdentifier }, location("s3://theirs/x"));
    program("logs");
    const { output } = await project.upFails();
    assert.match(output, /s3:\/\/theirs\/x as .*role\/output; the program wants s3:\/\/models\/outputs/);
    assert.match(output, /`overwrite: true`/);
    assert.equal(asked("PutMLConfiguration"), 0);
    program("logs", { overwrite: true });
    assert.match((await project.up()).output, /takes the place of s3:\/\/theirs\/x/);
    program("logs");
    assert.deepEqual(await project.planned(), {});
  });

  it("that somebody changed is shown by a refresh, put back by `up`, and not deleted if it is not", async () => {
    program("logs");
    await project.up();
    project.service.configure({ membershipIdentifier }, location("s3://theirs/x"));
    await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal((await project.planned())["MlConfiguration logs update"], 1);
    assert.deepEqual(there(), location("s3://models/outputs"));
    project.service.configure({ membershipIdentifier }, location("s3://theirs/x"));
    assert.match(await destroy(), /stays: somebody has changed it/);
    assert.deepEqual(there(), location("s3://theirs/x"));
  });

  it("that is gone is put again after a refresh", async () => {
    program("logs");
    await project.up();
    project.service.configure({ membershipIdentifier }, undefined);
    await project.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal((await project.planned())["MlConfiguration logs create"], 1);
    assert.deepEqual(there(), location("s3://models/outputs"));
    project.service.configure({ membershipIdentifier }, undefined);
    await destroy();
  });

  it("twice of one membership is an error in the preview", async () => {
    project.program(`${text("one")} ${text("two")}`);
    const { code, output } = await project.pulumi("preview");
    assert.notEqual(code, 0);
    assert.match(output, /has its ML configuration in `(one|two)` already/);
    assert.equal(project.service.requests.length, 0);
  });

  it("under another name, and after a replacement, is not deleted under the new one", async () => {
    program("logs");
    await project.up();
    program("renamed");
    await project.up();
    assert.deepEqual(there(), location("s3://models/outputs"));
    await project.up("--target-replace", "**MlConfiguration::renamed");
    assert.deepEqual(there(), location("s3://models/outputs"));
  });

  it("is read by `get`, which changes nothing", async () => {
    project.service.configure({ membershipIdentifier }, location("s3://theirs/x"));
    project.program(`exports.uri = ml.MlConfiguration.get("theirs", "${membershipIdentifier}").defaultOutputLocation;`);
    assert.match((await project.up()).output, /s3:\/\/theirs\/x/);
    await destroy();
    assert.deepEqual(there(), location("s3://theirs/x"));
  });

  it("tells each wrong input with its path", async () => {
    project.program(`new ml.MlConfiguration("logs", { membershipIdentifier: "x", overwrite: "yes",
      defaultOutputLocation: { roleArn: "arn:aws:iam::1:user/me", destination: { s3Destination: { s3Uri: "models" } }, region: 1 } });`);
    const { output } = await project.pulumi("preview");
    for (const part of ["membershipIdentifier", "overwrite", "roleArn", "s3Uri", "defaultOutputLocation.region"])
      assert.match(output, new RegExp(part.replace(".", "\\.")), output);
  });

  it("lost in a kill after the put is taken over by the next run", async () => {
    program("logs");
    project.service.faults.add({ kind: "slow", operation: "PutMLConfiguration", delayMs: 5_000, when: "after" });
    const { child, finished } = project.start("up", "--yes", "--skip-preview");
    while (asked("PutMLConfiguration") === 0) await delay(20);
    child.kill("SIGKILL");
    await finished;
    project.service.faults.clear();
    await project.pulumi("cancel", "--yes");
    await project.up();
    assert.deepEqual(there(), location("s3://models/outputs"));
    await project.up("--expect-no-changes");
  });
});
