import assert from "node:assert/strict";
import { freshAccountQuotas, type Quotas } from "../../../provider/emulator";
import { bench, closeBenches, on, refused } from "../harness";

const resource = (instanceType: string, instanceCount: number) => ({
  resourceConfig: { instanceType, instanceCount, volumeSizeInGB: 1 },
});

const rows: [quota: Partial<Quotas>, allowed: object[], name: RegExp, value: number][] = [
  [{ jobsPerMembership: 2 }, [{}, {}], /jobs per membership/, 2],
  [{ jobsPerAccount: 1 }, [{}], /jobs per account/, 1],
  [{ instancesPerAccount: 3 }, [resource("ml.m5.xlarge", 3)], /instances per account/, 3],
  [{ instancesPerType: { "ml.m5.xlarge": 1 } }, [resource("ml.m5.large", 3), {}], /^ml\.m5\.xlarge /, 1],
  [freshAccountQuotas, [resource("ml.m5.2xlarge", 3)], /^ml\.m5\.xlarge /, 0],
];

describe("emulator: quotas", () => {
  afterEach(closeBenches);

  for (const [quotas, allowed, name, value] of rows)
    it(`answers 402 over ${name.source}`, async () => {
      const b = await bench({ quotas });
      for (const change of allowed) assert.equal((await b.create(change)).status, 200);
      const reply = await b.create();
      refused(reply, 402, "ServiceQuotaExceededException");
      assert.match(String(reply.body.quotaName), name);
      assert.equal(reply.body.quotaValue, value);
    });

  it("frees its place when a job has ended, and not before its cancel has", async () => {
    const b = await bench({ quotas: { jobsPerMembership: 1 } });
    const { body } = await b.create();
    await b.cancel(body.trainedModelArn);
    refused(await b.create(), 402, "ServiceQuotaExceededException");
    b.advance(1);
    await b.trained();
    assert.equal((await b.create()).status, 200);
  });

  it("limits the versions of one model", async () => {
    const b = await bench({ quotas: { versionsPerModel: 2 } });
    const { arn } = await b.trained();
    const second = await b.trained(on(arn));
    refused(await b.create(on(arn)), 402, "ServiceQuotaExceededException");
    await b.delete(arn, second.version);
    b.advance(1);
    assert.equal((await b.create(on(arn, undefined))).status, 409, "the latest version is INACTIVE");
  });
});
