import assert from "node:assert/strict";
import { membership, type Project } from "../engine/harness";
import { eachInYaml, reference, yamlModel } from "./yaml-models";

const secret = (value: unknown) => ({ "fn::secret": value });

/** Each leaf that does not become a part of the model's ARN. */
const planted = (changes: object = {}) =>
  yamlModel({
    name: secret("planted-name"),
    description: secret("planted-description"),
    configuredModelAlgorithmAssociationArn: secret(`${membership}/configured-model-algorithm-association/planted`),
    resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: secret(4_711) },
    dataChannels: [
      { mlInputChannelArn: secret(`${membership}/ml-input-channel/planted`), channelName: secret("planted-channel") },
      { mlInputChannelArn: `${membership}/ml-input-channel/second`, channelName: "second" },
    ],
    hyperparameters: { epochs: 10, token: secret("planted-hyperparameter") },
    environment: { KEY: secret("planted-environment") },
    kmsKeyArn: secret("arn:aws:kms:us-east-1:123456789012:key/planted"),
    tags: { team: secret("planted-tag") },
    ...changes,
  });

const names = ["name", "description", "configuredModelAlgorithmAssociationArn", "resourceConfig", "dataChannels"];
const outputs = Object.fromEntries(
  [...names, "hyperparameters", "environment", "kmsKeyArn", "tags"].map((name) => [name, reference(`churn.${name}`)]),
);

describe("a secret at each leaf of a program in YAML", function () {
  this.timeout(120_000);
  let project: Project;
  let shown = "";

  eachInYaml((made) => {
    project = made;
    shown = "";
  });

  async function run(...args: string[]): Promise<number | null> {
    const { code, output } = await project.pulumi(...args);
    shown += output;
    return code;
  }

  function nothingShows(): void {
    for (const [what, text] of Object.entries({ shown, written: project.writtenText() })) {
      const at = /planted|4711/.exec(text)?.index;
      assert.equal(at === undefined ? "" : text.slice(Math.max(0, at - 200), at + 200), "", what);
    }
  }

  it("is in no file and on no line of a whole life", async () => {
    project.yaml({ churn: planted() }, { outputs });
    assert.equal(await run("preview", "--diff"), 0, shown);
    assert.equal(await run("preview", "--json"), 0, shown);
    assert.equal(await run("up", "--yes", "--skip-preview", "--diff"), 0, shown);
    assert.equal((await project.served())?.request.hyperparameters?.token, "planted-hyperparameter");
    assert.equal(await run("refresh", "--yes", "--diff"), 0, shown);
    assert.equal(await run("preview", "--expect-no-changes"), 0, shown);
    project.yaml({ churn: planted({ tags: { team: secret("planted-other") } }) }, { outputs });
    assert.equal(await run("up", "--yes", "--diff"), 0, shown);
    project.yaml(
      { churn: planted({ name: secret("planted-second"), hyperparameters: { token: secret("planted-again") } }) },
      { outputs },
    );
    assert.equal(await run("up", "--yes", "--diff"), 0, shown);
    assert.equal(project.service.creates, 2);
    assert.equal(await run("stack"), 0, shown);
    assert.equal(await run("destroy", "--yes"), 0, shown);
    nothingShows();
  });

  it("is in no error of a service that repeats what it was sent", async () => {
    project.yaml({ churn: planted() }, { outputs });
    const refused = { operation: "CreateTrainedModel", code: "ValidationException", status: 400, echo: true, times: 1 };
    project.service.faults.add({ kind: "error", ...refused });
    assert.notEqual(await run("up", "--yes", "--diff"), 0, shown);
    const message = "planted-environment and planted-hyperparameter";
    project.service.faults.add({ kind: "fail-training", times: 1, statusCode: "AlgorithmError", message });
    assert.notEqual(await run("up", "--yes", "--diff"), 0, shown);
    assert.match(shown, /AlgorithmError/);
    nothingShows();
  });
});
