import assert from "node:assert/strict";
import { Project } from "../harness";
import { isStory } from "../story";

describe("deleting models", function () {
  this.timeout(240_000);
  isStory(this);
  let project: Project;
  let first: Record<string, string | undefined>;

  const program = (isWithVersion: boolean) => `
    const base = new ml.TrainedModel("base", args);
    ${isWithVersion ? `new ml.TrainedModel("version", { ...args, incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });` : ""}
    for (const name of ["gone", "emptied", "failed"]) new ml.TrainedModel(name, { ...args, wait: name !== "failed" });
    new ml.TrainedModel("running", { ...args, wait: false });
    new ml.TrainedModel("kept", args, { retainOnDelete: true });`;
  const statusOf = (id: string | undefined) =>
    project.service
      .models()
      .find(({ trainedModelArn: arn, versionIdentifier: version }) => (version ? `${arn}#${version}` : arn) === id)?.status;

  before(async () => {
    project = await Project.create({ quotas: { jobsPerMembership: 10 } });
    project.service.faults.add({ kind: "training-time", seconds: 3_000, match: { name: "running-*" } });
    project.service.faults.add({ kind: "fail-training", match: { name: "failed-*" } });
    project.program(program(true));
    await project.up();
    const jobs = (await project.state()).filter(({ type }) => type.endsWith("TrainingJob"));
    first = Object.fromEntries(jobs.map(({ urn, id }) => [urn.split("::").at(-1), id]));
  });
  after(() => project.close());

  it("deletes a later version alone, never its base", async () => {
    assert.equal(first.version?.split("#")[0], first.base);
    project.program(program(false));
    const operations = await project.planned();
    assert.equal(operations["TrainingJob version delete"], 1);
    assert.equal(statusOf(first.version), "INACTIVE");
    assert.equal(statusOf(first.base), "ACTIVE");
  });

  it("destroys: a running job is cancelled and then deleted, what is gone already is fine, what is retained stays", async () => {
    project.service.change({ trainedModelArn: first.gone ?? "" }, { gone: true });
    project.service.change({ trainedModelArn: first.emptied ?? "" }, { status: "INACTIVE" });
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
    for (const name of ["base", "emptied", "failed", "running"]) assert.equal(statusOf(first[name]), "INACTIVE", name);
    assert.equal(statusOf(first.kept), "ACTIVE");
    const asked = project.service.requests
      .filter(({ path }) => path.includes(encodeURIComponent(first.running ?? "")) || path.includes(first.running ?? ""))
      .flatMap(({ operation = "" }) => (/Cancel|Delete/.test(operation) ? [operation] : []));
    assert.equal(asked[0], "CancelTrainedModel");
    assert.deepEqual(await project.state(), []);
  });
});
