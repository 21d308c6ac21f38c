import assert from "node:assert/strict";
import { recordedProvider } from "../../provider/core/run/recorded-provider";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { membership, membershipIdentifier } from "../engine/harness";
import { recordedTexts } from "../reliability/recorded-texts";
import { type Bag, Host, initFailureOf } from "./host";

const urn = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob::churn";
const context = { urn, name: "churn", organization: "acme", secrets: [], chained: [], timeouts: {}, replaceOnChanges: [] };
const inputs = (name: string): Bag => ({
  __provider: recordedProvider("job"),
  __context: { ...context, urn: `${urn}-${name}`, name },
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/churn`,
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
  tags: { team: "ml" },
});
const waiter = (jobId: string): Bag => ({
  __provider: recordedProvider("waiter"),
  __context: { ...context, jobUrn: urn },
  jobId,
});
/** Tells what the host has loaded. */
const probe = {
  __provider: `exports.handler = () => ({ create: async () => ({ id: "probe", outs: { loaded: Object.keys(require.cache) } }) });`,
};

describe("the dynamic host over gRPC", function () {
  this.timeout(60_000);
  let service: Emulator;
  let host: Host | undefined;

  beforeEach(async () => {
    service = await startEmulator({ trainingSeconds: 0.2, pendingSeconds: 0.1 });
  });
  afterEach(async () => {
    await host?.close();
    host = undefined;
    await service.close();
  });
  const start = (config: Bag = {}) => Host.start({ AWS_ENDPOINT_URL_CLEANROOMSML: service.endpoint }, config);

  it("loads no AWS client before the first call of the service", async () => {
    const started = await start();
    host = started;
    const { failures } = await started.check(inputs("churn"));
    assert.deepEqual(failures, []);
    const clients = async () =>
      ((await started.create(probe)).outs.loaded as string[]).filter((file) => /@smithy|@aws-sdk/.test(file)).length;
    assert.equal(await clients(), 0);
    await started.create(inputs("churn"));
    assert.notEqual(await clients(), 0);
  });

  it("gives outputs that survive: times as text, nothing undefined, the same again when read", async () => {
    const started = await start();
    host = started;
    const { inputs: checked } = await started.check(inputs("churn"));
    const { id, outs } = await started.create(checked);
    assert.equal(id, service.models()[0]?.trainedModelArn);
    assert.match(String(outs.createTime), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.equal(outs.__provider, recordedProvider("job"));
    assert.deepEqual(outs.tags, { team: "ml" });
    assert.equal("status" in outs, false);
    const trained = await started.create(waiter(id));
    assert.equal(trained.outs.status, "ACTIVE");
    assert.match(String(trained.outs.updateTime), /Z$/);
    const again = await started.read(id, outs);
    assert.deepEqual(again.props, outs);
    assert.equal(again.id, id);
    const waited = await started.read(id, trained.outs);
    assert.deepEqual(waited.props, trained.outs);
  });

  for (const [from, { job: jobText, waiter: waiterText }] of Object.entries(recordedTexts())) {
    it(`serves the texts that a state holds: ${from}`, async () => {
      const started = await start();
      host = started;
      const { inputs: checked, failures } = await started.check({ ...inputs("churn"), __provider: jobText });
      assert.deepEqual(failures, []);
      const { id, outs } = await started.create(checked);
      assert.equal(outs.__provider, jobText);
      const { outs: waited } = await started.create({ ...waiter(id), __provider: waiterText });
      assert.equal(waited.status, "ACTIVE");
      assert.equal((await started.read(id, waited)).id, id);
      assert.equal((await started.read(id, outs)).id, id);
      // Beside a resource that has the text of this version.
      assert.equal((await started.read(id, { ...outs, __provider: recordedProvider("job") })).id, id);
    });
  }

  it("says that a model is gone by reading nothing", async () => {
    const started = await start();
    host = started;
    const { id, outs } = await started.create(inputs("churn"));
    service.change({ trainedModelArn: id }, { gone: true });
    assert.equal((await started.read(id, outs)).id, "");
  });

  it("fails a wait with the id, the properties with __provider, and the reason", async () => {
    service.faults.add({ kind: "fail-training", statusCode: "AlgorithmError", message: "loss is NaN" });
    const started = await start();
    host = started;
    const { id } = await started.create(inputs("churn"));
    const failure = await started.create(waiter(id)).then(() => undefined, initFailureOf);
    assert.equal(failure?.id, id);
    assert.equal(failure?.properties.__provider, recordedProvider("waiter"));
    assert.equal(failure?.properties.status, "CREATE_FAILED");
    assert.equal(failure?.properties.jobId, id);
    assert.match(failure?.reasons.join() ?? "", /AlgorithmError: loss is NaN[\s\S]*\npulumi state taint --yes '/);
  });

  it("ends a wait with an init failure when the engine cancels", async () => {
    service.faults.add({ kind: "training-time", seconds: 600 });
    const started = await start();
    host = started;
    const { id } = await started.create(inputs("churn"));
    const waiting = started.create(waiter(id)).then(() => undefined, initFailureOf);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const cancelled = performance.now();
    await started.cancel();
    const failure = await waiting;
    assert.ok(performance.now() - cancelled < 1_500);
    assert.equal(failure?.id, id);
    assert.match(String(failure?.properties.status), /^CREATE_/);
    assert.match(failure?.reasons.join() ?? "", /the training goes on/);
  });

  it("has its configuration in each of the first calls, made at once", async () => {
    const started = await Host.start({}, { "cleanroomsml:endpoint": service.endpoint });
    host = started;
    const created = await Promise.all(["one", "two", "three"].map((name) => started.create(inputs(name))));
    assert.equal(new Set(created.map(({ id }) => id)).size, 3);
    assert.equal(service.creates, 3);
  });

  it("fails a check for a setting that cannot be used, and for one of ours that does not exist", async () => {
    const wrong = { "cleanroomsml:endpoint": "nonsense" };
    const mistyped = { "cleanroomsml:maxInstanceHour": "1" };
    for (const [config, reason] of [
      [wrong, /^the setting `cleanroomsml:endpoint` must be a URL/],
      [mistyped, /^the setting `cleanroomsml:maxInstanceHour` does not exist; did you mean `cleanroomsml:maxInstanceHours`\?$/],
    ] as const) {
      host = await start(config);
      const { failures } = await host.check(inputs("churn"));
      assert.deepEqual(
        failures.map(({ property }) => property),
        [""],
      );
      assert.match(failures[0]?.reason ?? "", reason);
      await host.close();
    }
    assert.equal(service.requests.length, 0);
  });

  it("reports a setting that cannot be used at every call, not only the first", async () => {
    const started = await start({ "cleanroomsml:endpoint": "nonsense" });
    host = started;
    for (const name of ["one", "two", "one"]) {
      await assert.rejects(started.create(inputs(name)), /the setting `cleanroomsml:endpoint` must be a URL/);
    }
    assert.equal(service.requests.length, 0);
  });

  it("sends no create once it is an orphan, and is gone within 10 s", async () => {
    service.faults.add({ kind: "slow", delayMs: 1_500, operation: "ListTrainedModels" });
    const started = await start();
    host = started;
    const creating = started.create(inputs("churn")).catch((error: Error) => error);
    await new Promise((resolve) => setTimeout(resolve, 500));
    started.endEngine();
    const ended = performance.now();
    assert.ok((await creating) instanceof Error);
    await started.exited;
    assert.ok(performance.now() - ended < 10_000);
    assert.equal(service.creates, 0);
    assert.ok(!service.requests.some(({ operation }) => operation === "CreateTrainedModel"));
  });
});
