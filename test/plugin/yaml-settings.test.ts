import assert from "node:assert/strict";
import type { Project } from "../engine/harness";
import { eachInYaml, reference, yamlModel } from "./yaml-models";

/** What the configuration of a stack, and a provider of the program's own, say to a program in YAML. */
describe("the settings of a program in YAML", function () {
  this.timeout(120_000);
  let project: Project;

  eachInYaml((made) => {
    project = made;
    project.yaml({ churn: yamlModel() });
  });

  async function refused(): Promise<string> {
    const { code, output } = await project.pulumi("preview");
    assert.notEqual(code, 0, output);
    assert.doesNotMatch(output, /grpc/i);
    assert.equal(project.service.requests.length, 0);
    return output;
  }

  it("refuse a mistyped key", async () => {
    await project.pulumi("config", "set", "cleanroomsml:regoin", "us-east-1");
    assert.match(await refused(), /cleanroomsml:regoin` does not exist; did you mean `cleanroomsml:region`/);
  });

  it("refuse a key of `aws:` that is not repeated, with the command that does", async () => {
    await project.pulumi("config", "set", "aws:region", "us-east-1");
    const command = /`(pulumi config set cleanroomsml:region us-east-1)`/.exec(await refused())?.[1];
    assert.equal((await project.shell(command ?? assert.fail())).code, 0);
    assert.equal((await project.pulumi("preview")).code, 0);
  });

  it("refuse what the project says to `aws:` of every stack, also where a training stands alone", async () => {
    const { properties } = yamlModel();
    for (const type of ["cleanroomsml:TrainedModel", "cleanroomsml:TrainingJob"]) {
      project.yaml({ churn: { type, properties } }, { config: { "aws:region": "eu-west-1", "aws:profile": "prod" } });
      const output = await refused();
      assert.match(output, /`pulumi config set cleanroomsml:region eu-west-1`/, type);
      assert.match(output, /`pulumi config set cleanroomsml:profile prod`/, type);
    }
  });

  it("limit the instance-hours of a training", async () => {
    await project.pulumi("config", "set", "cleanroomsml:maxInstanceHours", "0.5");
    assert.match(await refused(), /maxInstanceHours/);
  });

  it("come from a provider of the program's own, which can be changed without a training", async () => {
    const mine = (properties: object) => ({ type: "pulumi:providers:cleanroomsml", properties });
    const churn = { ...yamlModel(), options: { provider: reference("mine") } };
    project.yaml({ mine: mine({ region: "us-east-1" }), churn });
    await project.up();
    assert.deepEqual(await project.previewed(), {});
    project.yaml({ mine: mine({ region: "us-east-1", defaultTags: { team: "ml" } }), churn });
    assert.deepEqual(await project.planned(), { "TrainingJob churn update": 1 });
    project.yaml({ mine: mine({ regoin: "us-east-1" }), churn });
    assert.match((await project.pulumi("preview")).output, /regoin/);
    assert.equal(project.service.creates, 1);
  });

  it("wait in a preview for a resource of the same program, within a structure too", async () => {
    const assumeRoles = [{ roleArn: reference("churn.trainedModelArn") }];
    const mine = { type: "pulumi:providers:cleanroomsml", properties: { region: "us-east-1", assumeRoles } };
    const abroad = { ...yamlModel(), options: { provider: reference("mine") } };
    project.yaml({ churn: yamlModel(), mine, abroad });
    const { code, output } = await project.pulumi("preview");
    assert.equal(code, 0, output);
    assert.match(output, /abroad create/);
  });
});
