import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Project } from "../engine/harness";

/** What the plugin would not see of a configuration, told to a program in Node by its classes. */
describe("the settings of a program in Node, over the plugin", function () {
  this.timeout(120_000);
  let project: Project;

  before(async () => {
    project = await Project.create();
    project.host("plugin");
    const config = { "aws:region": "eu-west-1", "aws:token": "x", "aws:assumeRoles": [{ roleArn: "arn:aws:iam::1:role/x" }] };
    // No file that the plugin would look into: only the program sees it.
    writeFileSync(path.join(project.folder, "other.yaml"), JSON.stringify({ config }));
  });
  after(() => project.close());

  const preview = (body: string) => {
    project.program(body);
    return project.pulumi("preview", "--config-file", "other.yaml");
  };

  it("are refused with the command to run, before anything is asked", async () => {
    for (const body of [`new ml.TrainedModel("churn", args);`, `ml.TrainingJob.get("churn", "arn");`]) {
      const { code, output } = await preview(body);
      assert.notEqual(code, 0, output);
      assert.match(output, /`pulumi config set cleanroomsml:region eu-west-1`/);
      assert.match(output, /`pulumi config set cleanroomsml:assumeRoles '\[\{"roleArn":"arn:aws:iam::1:role\/x"\}\]'`/);
      assert.equal(project.service.requests.length, 0);
    }
  });

  it("are the plugin's own in the error of another package's provider", async () => {
    const { output } = await preview(
      `new ml.TrainedModel("churn", args, { provider: { getPackage: () => "aws", __pulumiResource: true } });`,
    );
    assert.match(output, /another package \(aws\).*or set `cleanroomsml:region` and `cleanroomsml:profile`/);
  });

  it("are no matter to a provider of the program's own, inherited too", async () => {
    const { code, output } = await preview(`
      const provider = new ml.Provider("mine", { region: "us-east-1" });
      class Team extends pulumi.ComponentResource {
        constructor() {
          super("shop:index:Team", "team", {}, { providers: [provider] });
          new ml.TrainedModel("churn", args, { parent: this });
        }
      }
      new Team();
      new ml.TrainingJob("job", args, { provider });`);
    assert.equal(code, 0, output);
  });
});
