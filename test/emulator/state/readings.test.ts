import assert from "node:assert/strict";
import { type Readings, readings } from "../../../provider/emulator";
import { type Bench, bench, closeBenches, membership, on, refused } from "../harness";
import { jobEffects } from "../inference-jobs/effects";
import { channelEffects } from "../ml-input-channels/effects";
import { type Effects, outcome } from "./effects";

const configurations = `/memberships/${membership}/ml-configurations`;
const roleArn = "arn:aws:iam::123456789012:role/output";
const put = (b: Bench, location: object = {}) =>
  b.send("PUT", configurations, { body: { defaultOutputLocation: { roleArn, ...location } } });

async function ended(b: Bench, ...seconds: number[]): Promise<string> {
  const { arn } = await b.trained();
  await b.delete(arn);
  const seen: string[] = [];
  for (const one of seconds) {
    b.advance(one);
    seen.push(await b.status(arn));
  }
  return seen.join(" ");
}

const effects: Effects<keyof Readings> = {
  versionOfBase: {
    probe: async (b) => {
      const { body } = await b.create();
      const next = await b.get(body.trainedModelArn);
      const [row] = (await b.list()).body.trainedModels;
      return [body, next.body, row].map((one) => JSON.stringify(one?.versionIdentifier)).join(" ");
    },
    seen: { absent: "  ", null: "null null null", NULL: '"NULL" "NULL" "NULL"' },
  },
  incremental: {
    probe: async (b) => {
      const base = await b.trained();
      const next = await b.trained(on(base.arn));
      return `${next.arn === base.arn} ${next.version !== undefined}`;
    },
    seen: { "same-arn": "true true", "new-arn": "false false" },
  },
  incrementalDefault: {
    probe: async (b) => {
      const base = await b.trained({ name: "base" });
      await b.trained({ name: "second", ...on(base.arn) });
      const third = await b.trained(on(base.arn));
      const [parent] = (await b.get(base.arn, third.version)).body.incrementalTrainingDataChannels as { modelName: string }[];
      return parent?.modelName ?? "";
    },
    seen: { latest: "second", base: "base" },
  },
  nameReuse: {
    probe: async (b) => {
      const { arn } = await b.trained({ name: "same" });
      const again = await b.create({ name: "same" });
      const live = again.errorType ?? (again.body.trainedModelArn === arn ? "version" : "model");
      for (const model of b.emulator.models()) b.emulator.change(model, { status: "INACTIVE" });
      return `${live} ${outcome(await b.create({ name: "same" }))}`;
    },
    seen: {
      allowed: "model 200",
      "conflict-while-live": "ConflictException 200",
      "conflict-for-ever": "ConflictException ConflictException",
      "new-version": "version 200",
    },
  },
  afterCancel: {
    probe: async (b) => {
      const { body } = await b.create();
      await b.cancel(body.trainedModelArn);
      b.advance(10);
      return b.status(body.trainedModelArn);
    },
    seen: { INACTIVE: "INACTIVE", CREATE_FAILED: "CREATE_FAILED" },
  },
  afterDelete: {
    probe: (b) => ended(b, 1, 10),
    seen: {
      inactive: "INACTIVE INACTIVE",
      "inactive-then-gone": "INACTIVE ResourceNotFoundException",
      gone: "ResourceNotFoundException ResourceNotFoundException",
    },
  },
  deleteWhileCreating: {
    probe: async (b) => outcome(await b.delete((await b.create()).body.trainedModelArn)),
    seen: { conflict: "ConflictException", allowed: "200" },
  },
  deleteFailed: {
    probe: async (b) => {
      b.emulator.faults.add({ kind: "fail-training" });
      return outcome(await b.delete((await b.trained()).arn));
    },
    seen: { allowed: "200", conflict: "ConflictException" },
  },
  deleteInactive: {
    probe: async (b) => {
      const { arn } = await b.trained();
      await b.delete(arn);
      const pending = await b.delete(arn);
      b.advance(10);
      return `${outcome(pending)} ${outcome(await b.delete(arn))}`;
    },
    seen: {
      ok: "200 200",
      conflict: "ConflictException ConflictException",
      "not-found": "ConflictException ResourceNotFoundException",
    },
  },
  deleteBase: {
    probe: async (b) => {
      const { arn } = await b.trained();
      const { version } = await b.trained(on(arn));
      await b.delete(arn);
      b.advance(10);
      return b.status(arn, version);
    },
    seen: { "only-base": "ACTIVE", "all-versions": "INACTIVE" },
  },
  quotaExcess: {
    probe: async (b) => {
      const five = { resourceConfig: { instanceType: "ml.m5.xlarge", volumeSizeInGB: 1, instanceCount: 5 } };
      await b.create(five);
      await b.create(five);
      const over = await b.create();
      b.advance(10);
      if (over.status !== 200) return outcome(over);
      const { body } = await b.get(over.body.trainedModelArn);
      assert.equal("trainingContainerImageDigest" in body, false);
      return `${body.status} ${(body.statusDetails as { statusCode: string }).statusCode}`;
    },
    seen: { "402": "ServiceQuotaExceededException", "create-failed": "CREATE_FAILED SERVICE_QUOTA_EXCEEDED" },
  },
  tagsOn: {
    probe: async (b) => {
      const { arn } = await b.trained({ tags: { of: "base" } });
      const { version } = await b.trained({ ...on(arn), tags: { of: "second" } });
      await b.tag(arn, { added: "later" });
      const rows = b.emulator.models().map(({ tags }) => Object.values(tags).join("+"));
      const seen = Object.values((await b.get(arn, version)).body.tags).join("+");
      return `${rows[0]} | ${seen} | ${Object.values(await b.tags(arn)).join("+")}`;
    },
    seen: {
      model: "second+later | second+later | second+later",
      version: "base+later | second | base+later",
      "latest-version": "base | second+later | second+later",
    },
  },
  listRows: {
    probe: async (b) => {
      const { arn } = await b.trained({ name: "base" });
      await b.trained({ name: "second", ...on(arn) });
      return (await b.list()).body.trainedModels.map(({ name }) => name).join(" ");
    },
    seen: { "per-version": "second base", "per-model": "second", "per-model-base": "base" },
  },
  describedTags: {
    probe: async (b) =>
      JSON.stringify((await b.get((await b.create({ tags: { team: "ml" } })).body.trainedModelArn)).body.tags ?? "none"),
    seen: { given: '{"team":"ml"}', absent: '"none"' },
  },
  listOrder: {
    probe: async (b) => {
      await b.create({ name: "old" });
      await b.create({ name: "new" });
      return (await b.list()).body.trainedModels.map(({ name }) => name).join(" ");
    },
    seen: { "newest-first": "new old", "oldest-first": "old new" },
  },
  listLag: {
    probe: async (b) => {
      const { body } = await b.create();
      const early =
        (await b.list()).body.trainedModels.length + (await b.versions(body.trainedModelArn)).body.trainedModels.length;
      b.advance(2);
      return `${early} ${(await b.list()).body.trainedModels.length}`;
    },
    seen: { none: "2 1", lagging: "0 1" },
  },
  filteredPages: {
    probe: async (b) => {
      const { arn } = await b.trained();
      await b.trained(on(arn));
      const { trainedModels, nextToken } = (await b.versions(arn, "status=INACTIVE&maxResults=1")).body;
      return `${trainedModels.length} ${nextToken !== undefined}`;
    },
    seen: { full: "0 false", sparse: "0 true" },
  },
  ...channelEffects,
  ...jobEffects,
  putWithoutDestination: {
    probe: async (b) => {
      await put(b, { destination: { s3Destination: { s3Uri: "s3://bucket/prefix" } } });
      await put(b);
      return JSON.stringify((await b.send("GET", configurations)).body.defaultOutputLocation);
    },
    seen: {
      clears: JSON.stringify({ roleArn }),
      keeps: JSON.stringify({ roleArn, destination: { s3Destination: { s3Uri: "s3://bucket/prefix" } } }),
    },
  },
  putCreateTime: {
    probe: async (b) => {
      await put(b);
      b.advance(60);
      await put(b);
      const { createTime, updateTime } = (await b.send("GET", configurations)).body;
      return createTime === updateTime ? "new" : "kept";
    },
    seen: { keeps: "kept", new: "new" },
  },
  deleteMissingConfig: {
    probe: async (b) => outcome(await b.send("DELETE", configurations)),
    seen: { "not-found": "ResourceNotFoundException", ok: "200" },
  },
  defaults: {
    probe: async (b) => {
      const { body } = await b.get((await b.trained()).arn);
      const { instanceCount } = body.resourceConfig as { instanceCount?: number };
      const [data] = body.dataChannels as { s3DataDistributionType?: string }[];
      const { trainingInputMode, stoppingCondition, mlModelTrainingPayerAccountId } = body;
      return JSON.stringify([
        instanceCount,
        trainingInputMode,
        stoppingCondition,
        mlModelTrainingPayerAccountId,
        data?.s3DataDistributionType,
      ]);
    },
    seen: {
      filled: '[1,"File",{"maxRuntimeInSeconds":86400},"123456789012","FullyReplicated"]',
      absent: "[null,null,null,null,null]",
    },
  },
};

describe("emulator: readings", () => {
  afterEach(closeBenches);

  for (const [name, { probe, seen }] of Object.entries(effects))
    for (const [value, expected] of Object.entries(seen))
      it(`${name}=${value}`, async () => {
        assert.equal(await probe(await bench({ readings: { [name]: value } })), expected);
      });

  it("has an effect under test for every value of every reading", () => {
    const table = Object.entries(readings).map(([name, { values }]) => [name, [...values].sort()]);
    const tested = Object.entries(effects).map(([name, { seen }]) => [name, Object.keys(seen).sort()]);
    assert.deepEqual(new Map(tested as [string, string[]][]), new Map(table as [string, string[]][]));
  });

  it("documents each and has its default among its values", () => {
    for (const { values, default: preferred, doc } of Object.values(readings)) {
      assert.ok((values as readonly string[]).includes(preferred));
      assert.ok(doc.length > 40);
    }
  });

  it("refuses names and values that do not exist", async () => {
    const wrong = (given: object) => bench({ readings: given });
    await assert.rejects(wrong({ nameReus: "allowed" }), /there is no reading nameReus; there are versionOfBase/);
    await assert.rejects(wrong({ nameReuse: "maybe" }), /nameReuse is one of allowed, /);
    await assert.rejects(wrong({ toString: "x" }), /there is no reading toString/);
  });

  it("leaves every model as it was when one version stands against the delete of all", async () => {
    const b = await bench({ readings: { deleteBase: "all-versions" } });
    const { arn } = await b.trained();
    await b.create(on(arn));
    refused(await b.delete(arn), 409, "ConflictException");
    assert.deepEqual(
      b.emulator.models().map(({ status }) => status),
      ["ACTIVE", "CREATE_PENDING"],
    );
  });
});
