import assert from "node:assert/strict";
import { type Finished, Project } from "../harness";
import { byHost } from "../host";

/** What the plugin can do, or has no need of. */
const ofDynamic = byHost({ dynamic: it, plugin: it.skip });

describe("an error of a constructor", function () {
  this.timeout(240_000);
  let project: Project;

  before(async () => {
    project = await Project.create();
  });
  after(() => project.close());

  /** A preview in a process of its own, as the CLI runs it, with so many lines in a stack that Pulumi's own are among them. */
  async function preview(body: string): Promise<Finished & { cpuSeconds: number }> {
    project.program(`
      Error.stackTraceLimit = 50;
      const start = process.cpuUsage();
      process.on("exit", () => {
        const { user, system } = process.cpuUsage(start);
        console.log("CPU " + (user + system) / 1e6 + " s");
      });
      ${body}`);
    const finished = await project.start("preview").finished;
    return { ...finished, cpuSeconds: Number(/CPU ([0-9.]+) s/.exec(finished.output)?.[1]) };
  }

  /** The error's own lines, as the end of the output has them below "Diagnostics:". */
  function assertOneSentence({ code, output, cpuSeconds }: Awaited<ReturnType<typeof preview>>, sentence: RegExp): void {
    assert.equal(code, 1, output);
    assert.doesNotMatch(output, /^\s+at |unhandled exception|node_modules.*:\d+:\d+/m);
    const errors = (output.split("Diagnostics:")[1] ?? "").split("\n").filter((line) => line.includes("error: "));
    assert.equal(errors.length, 1, output);
    assert.match(errors[0] ?? "", sentence);
    assert.ok(cpuSeconds < 6, `${cpuSeconds} s of CPU`);
  }

  ofDynamic("of `import` is one sentence, on every class", async () => {
    for (const type of ["TrainedModel", "TrainingJob"]) {
      const finished = await preview(`new ml.${type}("churn", args, { import: "arn" });`);
      assertOneSentence(finished, new RegExp(`error: ${type} "churn": the option \`import\` cannot work.*TrainedModel.get`));
    }
  });

  it("of another package's provider is one sentence", async () => {
    const finished = await preview(
      `new ml.TrainedModel("churn", args, { provider: { getPackage: () => "aws", __pulumiResource: true } });`,
    );
    assertOneSentence(finished, /error: TrainedModel "churn": a provider of another package \(aws\)/);
  });

  ofDynamic("of a package that the host will not find is one sentence", async () => {
    const finished = await preview(`process.chdir("/"); new ml.TrainedModel("churn", args);`);
    assertOneSentence(finished, /error: TrainedModel "churn": Pulumi's host will not find the package pulumi-cleanroomsml/);
  });
});
