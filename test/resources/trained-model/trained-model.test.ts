import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Provider, TrainedModel, type TrainedModelArgs, TrainingJob } from "../../../provider";
import type { ToldContext } from "../../../provider/core/run/hidden-context";

const membershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const membership = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}`;
const arn = `${membership}/trained-model/churn`;
const version = "a1b2c3d4-5678-90ab-cdef-111122223333";

interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown> & { __context?: ToldContext };
  provider: string | undefined;
  id: string | undefined;
}

const registered: Registered[] = [];
let id = arn;

function mock(): void {
  registered.length = 0;
  id = arn;
  pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, provider, id: given }) => {
        registered.push({ type, name, inputs, provider, id: given });
        const isJob = type.endsWith("TrainingJob");
        const state = isJob ? { ...inputs, trainedModelArn: arn, name: "churn-1" } : { ...inputs, status: "ACTIVE" };
        return { id: type.startsWith("pulumi:") ? `${name}-id` : id, state };
      },
      call: () => ({}),
    },
    "shop",
    "dev",
    false,
    "acme",
  );
}

const args = (): TrainedModelArgs => ({
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/churn`,
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
});

const valueIn = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));
const part = async (suffix: string) => {
  await pulumi.runtime.disconnect();
  const found = registered.find(({ type }) => type.endsWith(suffix));
  assert.ok(found, `no ${suffix} among ${registered.map(({ type }) => type).join(", ")}`);
  return found;
};

describe("TrainedModel", () => {
  beforeEach(mock);

  it("holds a job and a waiter that takes the job's id", async () => {
    const model = new TrainedModel("churn", args());
    assert.equal(await valueIn(model.trainedModelArn), arn);
    assert.equal(await valueIn(model.versionIdentifier), undefined);
    assert.equal(await valueIn(model.status), "ACTIVE");
    assert.equal(await valueIn(model.name), "churn-1");
    const waiter = await part("TrainingWaiter");
    assert.equal(waiter.inputs.jobId, arn);
    assert.equal(waiter.inputs.wait, true);
    assert.equal(waiter.inputs.environment, undefined);
  });

  it("tells the host its URN, organisation and secrets, as plain values", async () => {
    new TrainedModel("churn", { ...args(), environment: { A: "1", TOKEN: pulumi.secret("x") }, description: pulumi.secret("d") });
    const { inputs } = await part("TrainingJob");
    const context = inputs.__context;
    assert.equal(
      context?.urn,
      "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob::churn",
    );
    assert.equal(context?.organization, "acme");
    assert.deepEqual(context?.secrets, ["description", "environment.TOKEN"]);
    const waiter = await part("TrainingWaiter");
    assert.equal(waiter.inputs.__context?.jobUrn, context?.urn);
    assert.deepEqual(waiter.inputs.__context?.secrets, context?.secrets);
  });

  it("makes an Output of what the classes declare and of two hidden inputs: most of a preview's time goes to each", async () => {
    const made: pulumi.Resource[] = [];
    const seen: pulumi.ResourceTransformation = ({ resource }) => {
      made.push(resource);
      return undefined;
    };
    new TrainedModel("churn", args(), { transformations: [seen] });
    const typeOf = (resource: pulumi.Resource) => ("__pulumiType" in resource ? String(resource.__pulumiType) : "");
    const parts = ["TrainingJob", "TrainingWaiter"].map((name) => made.find((resource) => typeOf(resource).endsWith(name)));
    const outputsOf = (resource: pulumi.Resource | undefined) =>
      Object.entries(resource ?? {}).filter(([key, value]) => pulumi.Output.isInstance(value) && !["id", "urn"].includes(key));
    assert.deepEqual(
      parts.map((resource) => outputsOf(resource).length),
      [19 + 2, 8 + 2 + 2],
    );
    const hidden = parts.flatMap((resource) => outputsOf(resource).filter(([key]) => key.startsWith("__")));
    assert.deepEqual(
      hidden.map(([key]) => key),
      ["__context", "__provider", "__context", "__provider"],
    );
  });

  it("tells nothing that is empty: the engine writes a log line of each value, several times", async () => {
    new TrainedModel("churn", args());
    const job = await part("TrainingJob");
    assert.deepEqual(Object.keys(job.inputs.__context ?? {}).sort(), ["name", "organization", "urn"]);
    const waiter = await part("TrainingWaiter");
    assert.deepEqual(Object.keys(waiter.inputs.__context ?? {}).sort(), ["jobUrn", "name", "organization", "urn"]);
  });

  it("gives the version of a later model, and a ref to spread", async () => {
    id = `${arn}#${version}`;
    const base = new TrainedModel("base", args());
    new TrainedModel("next", { ...args(), incrementalTrainingDataChannels: [{ ...base.ref, channelName: "base" }] });
    assert.equal(await valueIn(base.versionIdentifier), version);
    await pulumi.runtime.disconnect();
    const next = registered.find(({ type, name }) => type.endsWith("TrainingJob") && name === "next");
    assert.deepEqual(next?.inputs.incrementalTrainingDataChannels, [
      { trainedModelArn: arn, versionIdentifier: version, channelName: "base" },
    ]);
  });

  it("tells which inputs come from a model, by the type of the resource and not by its properties", async () => {
    class Foreign extends pulumi.CustomResource {
      declare readonly trainedModelArn: pulumi.Output<string>;
      constructor(name: string) {
        super("acme:index:Training", name, { trainedModelArn: arn, status: "ACTIVE", statusDetails: {} });
      }
    }
    const chainedOf = async (source: { trainedModelArn: pulumi.Output<string> }, name: string) => {
      const base = { trainedModelArn: source.trainedModelArn, channelName: "base" };
      new TrainedModel(name, { ...args(), incrementalTrainingDataChannels: [base] });
      await pulumi.runtime.disconnect();
      return registered.find((one) => one.name === name && one.type.endsWith("TrainingJob"))?.inputs.__context?.chained;
    };
    const path = "incrementalTrainingDataChannels[0].trainedModelArn";
    assert.equal(await chainedOf(new Foreign("foreign"), "on-foreign"), undefined);
    assert.deepEqual(await chainedOf(new TrainedModel("base", args()), "on-model"), [path]);
    const job = new TrainingJob("job", args());
    assert.deepEqual(await chainedOf(job, "on-job"), [path]);
  });

  it("gets the tags of a transformation, beside the program's and under mocks too", async () => {
    const seen: string[] = [];
    const tagged: pulumi.ResourceTransformation = ({ type, props, opts }) => {
      seen.push(type);
      return type.endsWith("TrainedModel")
        ? { props: { ...props, tags: { ...props.tags, team: "a", stage: "dev" } }, opts }
        : undefined;
    };
    const tags = { own: pulumi.output("1"), stage: "prod" };
    const model = new TrainedModel("churn", { ...args(), tags }, { transformations: [tagged] });
    const { inputs } = await part("TrainingJob");
    assert.deepEqual(inputs.tags, { own: "1", team: "a", stage: "dev" });
    assert.deepEqual(registered.find(({ type }) => type.endsWith("TrainedModel"))?.inputs, { tags: { team: "a", stage: "dev" } });
    // Each transformation sees each resource once, and ours is not handed on to the parts.
    assert.deepEqual(
      seen.map((type) => type.split(":").at(-1)),
      ["TrainedModel", "TrainingJob", "TrainingWaiter"],
    );
    assert.deepEqual("__transformations" in model && model.__transformations, [tagged]);
  });

  it("hands options to the part that they mean", async () => {
    new TrainedModel("churn", args(), {
      ignoreChanges: ["tags"],
      replaceOnChanges: ["tags"],
      customTimeouts: { create: "3h", delete: "10m" },
    });
    const job = await part("TrainingJob");
    const waiter = await part("TrainingWaiter");
    assert.deepEqual(job.inputs.__context?.timeouts, { create: "3h", delete: "10m" });
    assert.deepEqual(job.inputs.__context?.replaceOnChanges, ["tags"]);
    assert.deepEqual(waiter.inputs.__context?.timeouts, { create: "3h" });
  });

  it("goes through a Provider of ours, whose keys have a namespace", async () => {
    const provider = new Provider("eu", { region: "eu-west-1", assumeRoles: [{ roleArn: "arn:aws:iam::1:role/x" }] });
    new TrainedModel("churn", args(), { provider });
    const { inputs } = await part("pulumi:providers:pulumi-nodejs");
    assert.deepEqual(inputs, {
      "cleanroomsml:region": "eu-west-1",
      "cleanroomsml:assumeRoles": '[{"roleArn":"arn:aws:iam::1:role/x"}]',
    });
    assert.match((await part("TrainingJob")).provider ?? "", /::eu::/);
  });

  it("looks a model up without owning it", async () => {
    const model = TrainedModel.get("base", { trainedModelArn: arn, versionIdentifier: version });
    id = `${arn}#${version}`;
    assert.equal(await valueIn(model.versionIdentifier), version);
    const job = await part("TrainingJob");
    assert.equal(job.id, `${arn}#${version}`);
  });

  describe("says in the constructor what to do instead", () => {
    it("of `import`", () => {
      assert.throws(() => new TrainedModel("churn", args(), { import: arn }), /`adopt: \{ trainedModelArn/);
    });

    it("as Pulumi's own error, whose stack has the program's lines alone", () => {
      const isClean = (error: unknown) =>
        pulumi.RunError.isInstance(error) &&
        /trained-model\.test\.ts/.test(error.stack ?? "") &&
        !/^\s+at .*node_modules/m.test(error.stack ?? "");
      assert.throws(() => new TrainedModel("churn", args(), { import: arn }), isClean);
    });

    it("of an aws.Provider, alone or among `providers`", async () => {
      const aws = await import("@pulumi/aws");
      const provider = new aws.Provider("eu", { region: "eu-west-1" });
      assert.throws(() => new TrainedModel("churn", args(), { provider }), /another package \(aws\).*new Provider/);
      assert.throws(() => new TrainedModel("churn", args(), { providers: [provider] }), /another package \(aws\)/);
    });
  });
});
