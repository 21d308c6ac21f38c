import assert from "node:assert/strict";
import { type Bench, bench, closeBenches, refused } from "../harness";

const quotas = { jobsPerMembership: 100, jobsPerAccount: 100, instancesPerAccount: 100 };

async function walk(b: Bench, size: string, each = async () => {}): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const { body } = await b.list(`${size}${token ? `&nextToken=${encodeURIComponent(token)}` : ""}`);
    names.push(...body.trainedModels.map(({ name }) => name));
    token = body.nextToken;
    await each();
  } while (token);
  return names;
}

describe("emulator: pagination", () => {
  afterEach(closeBenches);

  it("has pages of ten, the last without a token", async () => {
    const b = await bench({ quotas });
    for (let i = 0; i < 20; i++) await b.create({ name: `n${i}` });
    const first = await b.list();
    assert.equal(first.body.trainedModels.length, 10);
    const second = await b.list(`nextToken=${first.body.nextToken}`);
    assert.deepEqual([second.body.trainedModels.length, second.body.nextToken], [10, undefined]);
    assert.deepEqual(
      await walk(b, "maxResults=7"),
      Array.from({ length: 20 }, (_, i) => `n${19 - i}`),
    );
  });

  for (const listOrder of ["newest-first", "oldest-first"] as const)
    it(`shows no row twice when models come in between, ${listOrder}`, async () => {
      const b = await bench({ quotas, readings: { listOrder } });
      for (let i = 0; i < 6; i++) await b.create({ name: `n${i}` });
      let more = 0;
      const names = await walk(b, "maxResults=2", async () => {
        if (more < 2) await b.create({ name: `more ${more++}` });
      });
      assert.equal(new Set(names).size, names.length);
      assert.equal(names.filter((name) => name.startsWith("n")).length, 6);
    });

  it("refuses a token of another list, or of none, and sizes out of bounds", async () => {
    const b = await bench({ quotas });
    const { arn } = await b.trained();
    await b.create();
    const { nextToken } = (await b.list("maxResults=1")).body;
    refused(await b.versions(arn, `nextToken=${nextToken}`), 400, "ValidationException");
    for (const query of ["nextToken=x", "nextToken=", "maxResults=0", "maxResults=101", "maxResults=ten"])
      refused(await b.list(query), 400, "ValidationException");
  });
});
