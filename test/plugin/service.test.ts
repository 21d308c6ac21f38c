import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ServiceError, status } from "@grpc/grpc-js";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb";
import { ownerOf } from "../../provider/core/ownership/marks";
import { leavesOf } from "../../provider/core/values/leaves";
import { UNKNOWN } from "../../provider/core/values/unknown";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { isUnknownOnWire } from "../../provider/utils/unknown-on-wire";
import { membership } from "../engine/harness";
import { checkout } from "../folders";
import { initFailureOf } from "../host/host";
import { asked, encoded, inputs, messages, providerUrn, Service, secretPathsIn, urns, type Values } from "./service";

describe("the provider plugin, over the protocol", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  let service: Service;
  before(async () => {
    emulator = await startEmulator({ trainingSeconds: 0.1, quotas: { jobsPerMembership: 50 } });
    service = await Service.start({ AWS_ENDPOINT_URL_CLEANROOMSML: emulator.endpoint });
  });
  after(() => Promise.all([service.close(), emulator.close()]));

  let number = 0;
  const created = async (more: Values = {}, secrets: readonly string[] = []) => {
    // Each is a resource of its own: a second create of one would take the first over.
    const urn = `${urns.job}-${number++}`;
    const checked = await service.check(urn, encoded({ ...inputs, ...more }, secrets));
    assert.deepEqual(checked.getFailuresList(), []);
    return { checked, answer: await service.create(urn, checked.getInputs() ?? assert.fail()) };
  };
  const diffed = async (olds: Messages.CreateResponse, oldInputs: Values, news: Values) => {
    const request = asked(new messages.DiffRequest(), urns.job, (one) => {
      one.setId(olds.getId());
      one.setOlds(olds.getProperties());
      one.setOldInputs(encoded(oldInputs));
      one.setNews(encoded(news));
    });
    const answer = await service.ask<Messages.DiffResponse>("diff", request);
    const names = Object.entries(messages.PropertyDiff.Kind);
    const kinds = [...answer.getDetaileddiffMap().entries()].map(([path, diff]) => [
      path,
      names.find(([, kind]) => kind === diff.getKind())?.[0],
    ]);
    return { changes: answer.getChanges(), replaces: answer.getReplacesList(), kinds: Object.fromEntries(kinds) };
  };

  it("shakes hands: secrets and outputs come as they are, references to resources as ids", async () => {
    const answer = await service.ask<Messages.ProviderHandshakeResponse>("handshake", new messages.ProviderHandshakeRequest());
    const { acceptSecrets, acceptOutputs, acceptResources } = answer.toObject();
    assert.deepEqual([acceptSecrets, acceptOutputs, acceptResources], [true, true, false]);
  });

  it("refuses a key of the configuration that does not exist, and names the one that is meant", async () => {
    const request = new messages.CheckRequest();
    request.setUrn(providerUrn);
    request.setNews(encoded({ regoin: "us-east-1", version: "0.1.0" }));
    const [failure, ...more] = (await service.ask<Messages.CheckResponse>("checkConfig", request)).getFailuresList();
    assert.match(failure?.getReason() ?? "", /`cleanroomsml:regoin` does not exist; did you mean `cleanroomsml:region`\?/);
    assert.deepEqual(more, []);
  });

  it("says nothing of a setting that waits for another resource, at any depth, and of the others what is wrong", async () => {
    const request = new messages.CheckRequest();
    request.setUrn(providerUrn.replace(/default$/, "mine"));
    const waiting = { assumeRoles: [{ roleArn: UNKNOWN }], defaultTags: { team: UNKNOWN }, profile: UNKNOWN };
    request.setNews(encoded(waiting));
    assert.deepEqual((await service.ask<Messages.CheckResponse>("checkConfig", request)).getFailuresList(), []);
    request.setNews(encoded({ ...waiting, maxRetries: "none" }));
    const [failure] = (await service.ask<Messages.CheckResponse>("checkConfig", request)).getFailuresList();
    assert.match(failure?.getReason() ?? "", /`cleanroomsml:maxRetries`/);
    request.setNews(encoded({ defaultTags: { team: { name: "x" } } }));
    const [ofTags] = (await service.ask<Messages.CheckResponse>("checkConfig", request)).getFailuresList();
    assert.match(ofTags?.getReason() ?? "", /`cleanroomsml:defaultTags\.team` must be text/);
  });

  it("never replaces for a changed configuration", async () => {
    const request = new messages.DiffRequest();
    request.setUrn(providerUrn);
    request.setOlds(encoded({ region: "us-east-1", profile: "a" }));
    request.setNews(encoded({ region: "eu-west-1", maxInstanceHours: "3" }));
    const answer = await service.ask<Messages.DiffResponse>("diffConfig", request);
    assert.deepEqual([answer.getReplacesList(), answer.getDeletebeforereplace()], [[], false]);
    assert.equal(answer.getChanges(), messages.DiffResponse.DiffChanges.DIFF_SOME);
  });

  it("sees no change where another language writes the same configuration", async () => {
    const request = new messages.DiffRequest();
    request.setUrn(providerUrn);
    const yaml = { region: "us-east-1", defaultTags: { team: "x", cost: "1" }, skipRegionValidation: true, maxRetries: 3 };
    const tags = '{"cost": "1", "team": "x"}';
    const python = { version: "0.1.0", region: "us-east-1", defaultTags: tags, skipRegionValidation: "true", maxRetries: "3" };
    request.setOlds(encoded(yaml));
    request.setNews(encoded(python));
    const answer = await service.ask<Messages.DiffResponse>("diffConfig", request);
    assert.deepEqual(answer.getDiffsList(), []);
    assert.equal(answer.getChanges(), messages.DiffResponse.DiffChanges.DIFF_NONE);
    request.setNews(encoded({ ...python, defaultTags: tags.replace("x", "y") }));
    assert.deepEqual((await service.ask<Messages.DiffResponse>("diffConfig", request)).getDiffsList(), ["defaultTags"]);
  });

  it("tells each change by its path, with what becomes of it", async () => {
    const before = { ...inputs, tags: { team: "ml", old: "x" }, environment: { A: "1", B: "2" } };
    const { answer } = await created({ tags: before.tags, environment: before.environment });
    assert.equal((await diffed(answer, before, before)).changes, messages.DiffResponse.DiffChanges.DIFF_NONE);
    const [channel] = inputs.dataChannels as Values[];
    const { kinds, replaces } = await diffed(answer, before, {
      ...before,
      tags: { team: "data", fresh: "y" },
      environment: { A: "1", C: "3" },
      hyperparameters: { epochs: "20" },
      dataChannels: [channel, { ...channel, channelName: "more" }],
    });
    assert.deepEqual(kinds, {
      "tags.team": "UPDATE",
      "tags.old": "DELETE",
      "tags.fresh": "ADD",
      "environment.B": "DELETE_REPLACE",
      "environment.C": "ADD_REPLACE",
      "hyperparameters.epochs": "UPDATE_REPLACE",
      "dataChannels[1]": "ADD_REPLACE",
    });
    assert.deepEqual([...replaces].sort(), ["dataChannels", "environment", "hyperparameters"]);
  });

  it("previews a create with what is known, and asks the service nothing", async () => {
    const before = emulator.requests.length;
    const { checked } = { checked: await service.check(urns.job, encoded(inputs)) };
    const answer = await service.create(urns.job, checked.getInputs() ?? assert.fail(), true);
    const told = answer.getProperties()?.toJavaScript() ?? {};
    assert.deepEqual([told.hyperparameters, answer.getId()], [{ epochs: "10" }, ""]);
    assert.equal(emulator.requests.length, before);
  });

  it("previews nothing of a create as null that is there once it is made", async () => {
    const checked = await service.check(`${urns.job}-null`, encoded(inputs));
    const properties = checked.getInputs() ?? assert.fail();
    const namesOf = (told: Values, isMeant: (value: unknown) => boolean) =>
      Object.keys(told).filter((name) => !name.startsWith("__") && isMeant(told[name]));
    const toldBy = async (urn: string, message: typeof properties, isPreview: boolean) =>
      (await service.create(urn, message, isPreview)).getProperties()?.toJavaScript() ?? {};
    const isNull = (value: unknown) => value === null;
    const [preview, made] = [
      await toldBy(`${urns.job}-null`, properties, true),
      await toldBy(`${urns.job}-null`, properties, false),
    ];
    assert.deepEqual(namesOf(preview, isNull), ["tags"]);
    assert.equal(preview.region, "us-east-1");
    assert.deepEqual(
      Object.keys(preview).sort(),
      Object.keys({ ...made, __filled: [] })
        .filter((key) => key !== "__filled")
        .sort(),
    );
    const wait = await toldBy(urns.waiter, encoded({ jobId: UNKNOWN }), true);
    assert.deepEqual(namesOf(wait, isNull), []);
    assert.ok(namesOf(wait, isUnknownOnWire).includes("trainedModelArn"));
  });

  it("owns a job as its own program was told whose stack it is, whatever others of the same process were", async () => {
    const told = `${urns.job}-told`;
    const checked = await service.check(told, encoded({ ...inputs, __context: { program: "node", organization: "acme" } }));
    const { answer } = await created();
    const other = `${urns.job}-${number - 1}`;
    const ownerAt = (id: string) => emulator.models().find((one) => one.trainedModelArn === id)?.tags["cleanroomsml:owner"];
    assert.equal(ownerAt(answer.getId()), ownerOf({ organization: "organization", urn: other }));
    const ofTold = await service.create(told, checked.getInputs() ?? assert.fail());
    assert.equal(ownerAt(ofTold.getId()), ownerOf({ organization: "acme", urn: told }));
    const waiter = await service.create(`${urns.waiter}-told`, encoded({ jobId: ofTold.getId() }));
    for (const { properties } of [ofTold.toObject(), waiter.toObject()]) assert.match(JSON.stringify(properties), /"acme"/);
    assert.doesNotMatch(JSON.stringify(answer.toObject()), /"acme"/);
  });

  it("reads what no state has as a program would write it, and what a state has as it is", async () => {
    const { answer } = await created({ description: "weekly", tags: { team: "ml" } });
    const request = asked(new messages.ReadRequest(), urns.job, (one) => one.setId(answer.getId()));
    const imported = await service.ask<Messages.ReadResponse>("read", request);
    const { name, region, ...found } = (imported.getInputs()?.toJavaScript() ?? {}) as Values;
    const filled = Object.keys(found).filter((key) => key.startsWith("__"));
    for (const key of filled) delete found[key];
    assert.deepEqual(found, { ...inputs, description: "weekly", tags: { team: "ml" } });
    request.setProperties(answer.getProperties());
    request.setInputs(encoded(inputs));
    const refreshed = await service.ask<Messages.ReadResponse>("read", request);
    assert.equal(refreshed.getId(), answer.getId());
    request.setId(`${answer.getId()}0`);
    assert.equal((await service.ask<Messages.ReadResponse>("read", request)).getId(), "");
  });

  it("says why an import found nothing, in each type", async () => {
    const read = (urn: string, id: string) =>
      service.ask(
        "read",
        asked(new messages.ReadRequest(), urn, (one) => one.setId(id)),
      );
    const model = `${membership}/trained-model/8f1c2d3e-0000-4000-8000-123456789abc`;
    const gone = /has no trained model arn:\S+\n.*Check the ARN, the version, the region, and whether the credentials/s;
    await assert.rejects(read(urns.job, model), gone);
    await assert.rejects(read(urns.waiter, model), gone);
    const without = "1a1b2c3d-4e5f-6789-abcd-ef0123456789";
    const configuration = urns.job.replace("TrainingJob", "MlConfiguration");
    await assert.rejects(read(configuration, without), /has no ML configuration .*Check the identifier, the region, and/s);
    const component = urns.job.replace(/\$.*::/, "::");
    await assert.rejects(read(component, model), /a TrainedModel is imported with a file, which `pulumi preview --import-file/);
  });

  it("keeps a secret at just its place, wherever it is planted", async () => {
    const all: Values = {
      ...inputs,
      description: "d",
      tags: { team: "ml", "a.b": "c" },
      environment: { A: "1" },
      dataChannels: [{ ...(inputs.dataChannels as Values[])[0], s3DataDistributionType: "FullyReplicated" }],
    };
    for (const path of leavesOf(all).keys()) {
      const { checked, answer } = await created(all, [path]);
      for (const message of [checked.getInputs(), answer.getProperties()])
        assert.equal(secretPathsIn(message).length, 1, `${path}: ${secretPathsIn(message)}`);
    }
  });

  it("keeps the secret name of a model below one that is trained on top of it", async () => {
    const below = (await created({ name: "planted-name" }, ["name"])).answer.getId();
    while (emulator.models().find(({ trainedModelArn }) => trainedModelArn === below)?.status !== "ACTIVE") await sleep(20);
    const onTop = { incrementalTrainingDataChannels: [{ trainedModelArn: below, channelName: "base" }], tags: { team: "a" } };
    const { checked, answer } = await created(onTop);
    const places = ["incrementalTrainingDataChannels[0].modelName"];
    assert.deepEqual(secretPathsIn(answer.getProperties()), places);
    // A run without the model below knows of it from the state alone.
    const other = await Service.start({ AWS_ENDPOINT_URL_CLEANROOMSML: emulator.endpoint });
    const request = asked(new messages.UpdateRequest(), urns.job, (one) => {
      one.setId(answer.getId());
      one.setOlds(answer.getProperties());
      one.setOldInputs(checked.getInputs());
      one.setNews(encoded({ ...inputs, ...onTop, tags: { team: "b" } }));
    });
    const updated = await other.ask<Messages.UpdateResponse>("update", request);
    assert.deepEqual(secretPathsIn(updated.getProperties()), places);
    await other.close();
  });

  it("says of a secret that is wrong where it is, and never what", async () => {
    const planted = { tags: { "cleanroomsml:x": "planted-tag" }, environment: { A: `planted-${"x".repeat(600)}` } };
    const secrets = ['tags["cleanroomsml:x"]', "environment.A", "hyperparameters.epochs", "resourceConfig.instanceType"];
    const wrong = { ...inputs, ...planted, resourceConfig: { instanceType: "planted-type", volumeSizeInGB: 30 } };
    const failures = (await service.check(urns.job, encoded(wrong, secrets))).getFailuresList();
    const text = failures.map((one) => `${one.getProperty()} ${one.getReason()}`).join("\n");
    assert.ok(failures.length >= 3, text);
    assert.doesNotMatch(text, /planted/);
  });

  for (const [what, config] of Object.entries({
    "a profile": { profile: "planted-profile" },
    "a file, in a structure as an SDK writes it": {
      assumeRoleWithWebIdentity: JSON.stringify({
        roleArn: "arn:aws:iam::123456789012:role/training",
        webIdentityTokenFile: "/nonexistent/planted-token",
      }),
    },
  })) {
    it(`says in no error and on no row what a provider has as a secret: ${what}`, async () => {
      const other = await Service.start({ AWS_ENDPOINT_URL_CLEANROOMSML: emulator.endpoint }, config, Object.keys(config));
      const checked = await other.check(`${urns.job}-planted`, encoded(inputs));
      await assert.rejects(other.create(`${urns.job}-planted`, checked.getInputs() ?? assert.fail()), (error: ServiceError) => {
        assert.match(error.details, /credentials.*\[secret\]/);
        assert.doesNotMatch(JSON.stringify([error, other.engine.logged]), /planted-(?:profile|token)/);
        return true;
      });
      await other.close();
    });
  }

  it("fails with a code that marks no run as corrupt, but for what is to be kept in the state", async () => {
    const code = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => assert.fail("it did not fail"),
        (reason: ServiceError) => reason,
      );
      return error.code;
    };
    emulator.faults.add({ kind: "error", operation: "CreateTrainedModel", code: "AccessDeniedException", status: 403 });
    assert.equal(await code(service.create(urns.job, encoded(inputs))), status.FAILED_PRECONDITION);
    emulator.faults.clear();
    assert.equal(await code(service.create(urns.job.replace("Job", "Nothing"), encoded({}))), status.FAILED_PRECONDITION);
    assert.equal(await code(service.ask("invoke", new messages.InvokeRequest())), status.UNIMPLEMENTED);
  });

  it("answers a training that failed as a waiter that is to be kept, with its reason", async () => {
    const { answer } = await created({ description: "fails" });
    const [arn] = answer.getId().split("#");
    const model = emulator.models().find(({ trainedModelArn }) => trainedModelArn === arn) ?? assert.fail();
    emulator.change(model, { status: "CREATE_FAILED" });
    const failed = await service.create(urns.waiter, encoded({ jobId: answer.getId() })).then(
      () => assert.fail("it did not fail"),
      (reason: ServiceError) => reason,
    );
    const failure = initFailureOf(failed);
    assert.equal(failed.code, status.UNKNOWN);
    assert.equal(failure?.id, answer.getId());
    assert.equal(failure?.properties.status, "CREATE_FAILED");
    assert.match(failure?.reasons[0] ?? "", /failed to train/);
  });

  it("names the job of a wait that goes on in a run without its job, as `--target` makes one", async () => {
    const { answer } = await created({ description: "fails too" });
    const [trainedModelArn = ""] = answer.getId().split("#");
    emulator.change({ trainedModelArn }, { status: "CREATE_FAILED" });
    const alone = "urn:pulumi:dev::shop::cleanroomsml:index:TrainingWaiter::its-wait";
    const ofJob = encoded({ jobId: answer.getId() });
    const reasonOf = (work: Promise<unknown>) =>
      work.then(
        () => assert.fail("it did not fail"),
        (reason: ServiceError) => initFailureOf(reason),
      );
    const recorded = (await reasonOf(service.create(alone, ofJob)))?.properties ?? assert.fail();
    const other = await Service.start({ AWS_ENDPOINT_URL_CLEANROOMSML: emulator.endpoint });
    const update = (urn: string) =>
      other.ask(
        "update",
        asked(new messages.UpdateRequest(), urn, (one) => {
          one.setId(answer.getId());
          one.setOlds(encoded(recorded));
          one.setNews(ofJob);
        }),
      );
    const commands = [await reasonOf(update(alone)), await reasonOf(update(urns.waiter))];
    await other.close();
    const told = commands.map((one) => /pulumi state taint --yes '(.*)'/.exec(one?.reasons[0] ?? "")?.[1]);
    assert.deepEqual(told, [`${urns.job}-${number - 1}`, urns.job]);
  });
});

describe("the process of the plugin", function () {
  this.timeout(60_000);

  it("is gone within 10 s of its engine", async () => {
    const service = await Service.start();
    service.endEngine();
    const late = setTimeout(() => service.child.kill("SIGKILL"), 12_000);
    const code = await service.exited;
    clearTimeout(late);
    await service.close();
    assert.equal(code, 1);
  });

  it("says so and ends where it cannot listen", () => {
    const refusing = 'import net from "node:net"; net.Server.prototype.listen = () => { throw new Error("no ports left") };';
    const { status, stdout, stderr } = spawnSync(path.join(checkout, "plugin/pulumi-resource-cleanroomsml"), ["127.0.0.1:1"], {
      env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(refusing)}` },
      encoding: "utf8",
      timeout: 20_000,
    });
    assert.deepEqual([status, stdout], [1, ""]);
    assert.match(stderr, /the provider plugin cleanroomsml cannot listen/);
  });

  it("says what to install where @pulumi/pulumi is missing, without a stack", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "plugin-alone-"));
    for (const part of ["plugin", "dist"]) cpSync(path.join(checkout, part), path.join(folder, part), { recursive: true });
    const { status, stdout, stderr } = spawnSync(path.join(folder, "plugin/pulumi-resource-cleanroomsml"), ["127.0.0.1:1"], {
      encoding: "utf8",
      timeout: 20_000,
    });
    rmSync(folder, { recursive: true });
    const said = "@pulumi/pulumi is not installed: run `npm install @pulumi/pulumi` in the folder of the project\n";
    assert.deepEqual([status, stdout, stderr], [1, "", said]);
  });

  it("has its port soon after its start", async () => {
    const times: number[] = [];
    for (let run = 0; run < 7; run++) {
      const service = await Service.start();
      times.push(service.milliseconds);
      await service.close();
    }
    const [, , , median = 0] = times.sort((a, b) => a - b);
    console.log(`      ${Math.round(median)} ms, the median of ${times.length}; 150 on a machine of its own`);
    assert.ok(median < 600, `${times.map(Math.round)} ms`);
  });
});
