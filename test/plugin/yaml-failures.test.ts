import assert from "node:assert/strict";
import type { Project } from "../engine/harness";
import { eachInYaml, onTopOf, reference, yamlModel } from "./yaml-models";

/** What a training that fails does to the rest of a program in YAML. */
describe("a training that fails in a program in YAML", function () {
  this.timeout(120_000);
  let project: Project;

  eachInYaml((made) => {
    project = made;
  });

  it("lets nothing train that depends on it, with --continue-on-error, and loses nothing", async () => {
    const dependingOn = (name: string) => ({ options: { dependsOn: [reference(name)] } });
    const program = (inputs: object) => ({
      failing: yamlModel(inputs),
      after: { ...yamlModel(inputs), ...dependingOn("failing") },
      last: { ...yamlModel(inputs), ...dependingOn("after") },
      top: yamlModel({ ...inputs, ...onTopOf("failing") }),
      free: yamlModel(),
    });
    const fails = async () => {
      const mend = project.service.faults.add({ kind: "fail-training", match: { name: "failing-*" }, message: "loss is NaN" });
      const { output } = await project.upFails("--continue-on-error");
      mend();
      assert.doesNotMatch(output, /registration|grpc/);
    };
    project.yaml(program({}));
    await fails();
    assert.equal(project.service.creates, 2);
    assert.equal((await project.served("free"))?.status, "ACTIVE");
    project.yaml(program({ hyperparameters: { epochs: 20 } }));
    await project.up();
    assert.equal(project.service.creates, 6);
    project.yaml(program({ hyperparameters: { epochs: 30 } }));
    await fails();
    assert.equal(project.service.creates, 7);
    for (const name of ["after", "last", "top", "free"]) assert.equal((await project.served(name))?.status, "ACTIVE", name);
  });
});
