import assert from "node:assert/strict";
import { arnPrefix, type Bench, bench, channel, closeBenches, createInput, membership, modelPath, on, refused } from "../harness";

const many = (count: number, prefix = "k") => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "v"]));
const channels = (count: number) => Array.from({ length: count }, (_, i) => channel(`c${i}`));
const resource = (change: object) => ({ resourceConfig: { instanceType: "ml.m5.xlarge", volumeSizeInGB: 30, ...change } });

/** A create that is refused, and what its message says. */
const broken: [title: string, change: object, message: RegExp][] = [
  ["no name", { name: undefined }, /'name'.*must not be null/],
  ["a null name", { name: null }, /'name'.*must not be null/],
  ["a name of 64 characters", { name: "x".repeat(64) }, /'name'.*length less than or equal to 63/],
  ["a blank name", { name: "  " }, /'name'.*regular expression/],
  ["a name that is a number", { name: 5 }, /'name'/],
  ["a description of 256 characters", { description: "x".repeat(256) }, /'description'/],
  ["an ARN of another kind", { configuredModelAlgorithmAssociationArn: `${arnPrefix}/ml-input-channel/c` }, /Association/],
  ["no channel", { dataChannels: [] }, /'dataChannels'/],
  ["21 channels", { dataChannels: channels(21) }, /'dataChannels'/],
  ["a channel that is null", { dataChannels: [null] }, /'dataChannels\[0\]'/],
  ["a repeated channel", { dataChannels: [channel("a"), channel("a")] }, /unique/],
  ["a channel name with a space", { dataChannels: [channel("a b")] }, /'dataChannels\[0\]\.channelName'/],
  ["an empty incremental list", { incrementalTrainingDataChannels: [] }, /'incrementalTrainingDataChannels'/],
  ["a parent named like a channel", { ...on(`${arnPrefix}/trained-model/m`), dataChannels: [channel("parent")] }, /unique/],
  ["21 channels in two lists", { ...on(`${arnPrefix}/trained-model/m`), dataChannels: channels(20) }, /at most 20 channels/],
  ["a parent version that is no UUID", on(`${arnPrefix}/trained-model/m`, "NULL"), /versionIdentifier/],
  ["an unknown instance type", resource({ instanceType: "zzz" }), /instanceType.*enum value set/],
  ["six instances", resource({ instanceCount: 6 }), /instanceCount.*value less than or equal to 5/],
  ["half an instance", resource({ instanceCount: 1.5 }), /instanceCount/],
  ["a count that is text", resource({ instanceCount: "2" }), /instanceCount/],
  ["too large a volume", resource({ volumeSizeInGB: 99_999 }), /volumeSizeInGB/],
  ["29 days", { stoppingCondition: { maxRuntimeInSeconds: 29 * 86_400 } }, /maxRuntimeInSeconds/],
  ["an unknown input mode", { trainingInputMode: "file" }, /trainingInputMode/],
  ["101 hyperparameters", { hyperparameters: many(101) }, /'hyperparameters'/],
  ["a number as a hyperparameter", { hyperparameters: { rate: 0.1 } }, /'hyperparameters\.rate'/],
  ["an empty variable", { environment: { A: "" } }, /'environment\.A'/],
  ["a variable with a dash", { environment: { "A-B": "x" } }, /environment/],
  ["an alias as key", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/a" }, /'kmsKeyArn'/],
  ["a short account", { mlModelTrainingPayerAccountId: "123" }, /'mlModelTrainingPayerAccountId'/],
  ["51 tags", { tags: many(51) }, /at most 50 tags/],
  ["a tag of AWS's", { tags: { "Aws:x": "y" } }, /aws:/],
];

describe("emulator: validation", () => {
  let b: Bench;
  beforeEach(async () => {
    b = await bench();
  });
  afterEach(closeBenches);

  for (const [title, change, message] of broken)
    it(`refuses ${title}`, async () => {
      const reply = await b.create(change);
      refused(reply, 400, "ValidationException");
      assert.match(reply.body.message, message);
      assert.equal(b.emulator.creates, 0);
    });

  // Characters beyond the basic plane are two units of UTF-16 and four bytes of UTF-8 each, and one character.
  for (const [what, of, most] of [
    ["a hyperparameter", (text: string) => ({ hyperparameters: { a: text } }), 2_500],
    ["a tag", (text: string) => ({ tags: { a: text } }), 256],
    ["a variable", (text: string) => ({ environment: { A: text } }), 512],
  ] as const) {
    it(`takes ${most} characters beyond the basic plane in ${what}, and no more`, async () => {
      const taken = await b.create({ name: "taken", ...of("𝒳".repeat(most)) });
      assert.equal(taken.status, 200, taken.text);
      const reply = await b.create({ name: "refused", ...of("𝒳".repeat(most + 1)) });
      refused(reply, 400, "ValidationException");
      assert.match(reply.body.message, new RegExp(`length less than or equal to ${most}$`));
      assert.equal(b.emulator.creates, 1);
    });
  }

  it("takes every bound as it is", async () => {
    const reply = await b.create({
      name: "x".repeat(63),
      description: "",
      dataChannels: channels(20),
      hyperparameters: many(100),
      environment: many(100),
      tags: many(50),
      ...resource({ instanceCount: 5, volumeSizeInGB: 8192 }),
      stoppingCondition: { maxRuntimeInSeconds: 2_419_200 },
    });
    assert.equal(reply.status, 200, reply.text);
  });

  it("counts all that is broken, and says none of the values", async () => {
    const { body } = await b.create({ name: "hunter2".repeat(20), kmsKeyArn: "hunter2 is a secret, truly" });
    assert.match(body.message, /^2 validation errors detected: /);
    assert.doesNotMatch(body.message, /hunter2/);
  });

  it("ignores members it does not know, and keeps none of them", async () => {
    const { status } = await b.create({
      clientToken: "x",
      dataChannels: [{ ...channel("a"), more: 1, s3DataDistributionType: null }],
    });
    assert.equal(status, 200);
    const request = b.emulator.models()[0]?.request;
    assert.equal(request && "clientToken" in request, false);
    assert.deepEqual(request?.dataChannels, [channel("a")]);
  });

  it("refuses malformed bodies, paths and queries", async () => {
    for (const raw of ["{", "[]", "null", '"x"']) refused(await b.create({}, { raw }), 400, "SerializationException");
    refused(await b.create({}, { raw: "x".repeat(3 * 1024 * 1024) }), 413, "RequestEntityTooLargeException");
    refused(await b.send("GET", "/memberships/no-uuid/trained-models"), 400, "ValidationException");
    refused(await b.get("arn:aws:iam::123456789012:user/x"), 400, "ValidationException");
    refused(await b.get(`${arnPrefix}/trained-model/m`, "NULL"), 400, "ValidationException");
    refused(await b.versions(`${arnPrefix}/trained-model/m`, "status=DONE"), 400, "ValidationException");
    refused(await b.send("GET", "/memberships/%zz/trained-models"), 400, "ValidationException");
  });

  it("knows no other path or method", async () => {
    refused(await b.send("GET", "/"), 404, "UnknownOperationException");
    refused(await b.send("GET", `/memberships/${membership}/trained-models/`), 400, "ValidationException");
    refused(await b.send("GET", `/memberships/${membership}/models`), 404, "UnknownOperationException");
    refused(await b.send("PUT", modelPath(`${arnPrefix}/trained-model/m`)), 405, "UnknownOperationException");
  });

  it("keeps tags within their rules", async () => {
    const { arn } = await b.trained({ tags: many(49) });
    assert.deepEqual((await b.tag(arn, { "a b/+=é": "x y" })).body, {});
    refused(await b.tag(arn, { more: "x" }), 400, "ValidationException");
    refused(await b.tag(arn, { "AWS:x": "y" }), 400, "ValidationException");
    refused(await b.tag(arn, undefined), 400, "ValidationException");
    refused(await b.untag(arn), 400, "ValidationException");
    assert.equal((await b.untag(arn, "a b/+=é", "k0", "none")).status, 200);
    assert.deepEqual(await b.tags(arn), Object.fromEntries(Object.entries(many(49)).slice(1)));
    refused(await b.tag(`${arnPrefix}/trained-model/none`, { a: "b" }), 404, "ResourceNotFoundException");
    refused(await b.tag(`${arnPrefix}/ml-input-channel/c`, { a: "b" }), 404, "ResourceNotFoundException");
    refused(await b.tag("arn:aws:s3:::bucket-of-nobody", { a: "b" }), 400, "ValidationException");
  });

  it("untags 200 long keys at once", async () => {
    const { arn } = await b.trained();
    const keys = Array.from({ length: 200 }, (_, i) => `${i}`.padEnd(128, "é"));
    assert.equal((await b.untag(arn, ...keys)).status, 200);
  });

  it("creates what the least input asks for", async () => {
    const { body } = await b.send("POST", `/memberships/${membership}/trained-models`, { body: createInput() });
    assert.deepEqual(Object.keys(body), ["trainedModelArn"]);
  });
});
