import assert from "node:assert/strict";
import { arnPrefix, bench, closeBenches, refused } from "../harness";
import { association, Channels } from "./channels";

const DAY = 86_400;

describe("emulator: ML input channels", () => {
  afterEach(closeBenches);

  it("run from pending to ACTIVE, and expire; a year is skipped in no time", async () => {
    const b = await bench({ pendingSeconds: 1, querySeconds: 3 });
    const channels = new Channels(b);
    const arn = String((await channels.create({ retentionInDays: 30, description: "of June" })).body.mlInputChannelArn);
    const seen: string[] = [];
    for (const seconds of [0, 1, 3, 29 * DAY, DAY, 365 * DAY]) {
      b.advance(seconds);
      seen.push(await channels.status(arn));
    }
    assert.deepEqual(seen, ["CREATE_PENDING", "CREATE_IN_PROGRESS", "ACTIVE", "ACTIVE", "INACTIVE", "INACTIVE"]);
    assert.equal(b.emulator.queries, 1);
    const { body } = await channels.get(arn);
    assert.deepEqual(body.configuredModelAlgorithmAssociations, [association]);
    assert.deepEqual([body.description, body.retentionInDays, body.numberOfRecords], ["of June", 30, 1_000]);
    const [row] = (await channels.list()).body.mlInputChannelsList as object[];
    assert.ok(row && !("inputChannel" in row) && !("tags" in row) && !("retentionInDays" in row));
  });

  it("fail with what a fault says", async () => {
    const b = await bench();
    b.emulator.faults.add({
      kind: "fail-query",
      match: { name: "bad*" },
      statusCode: "QUERY_TIMEOUT",
      message: "24 hours are over",
    });
    const channels = new Channels(b);
    const { body } = await channels.get(await channels.ran({ name: "bad one" }));
    assert.deepEqual(
      [body.status, body.statusDetails],
      ["CREATE_FAILED", { statusCode: "QUERY_TIMEOUT", message: "24 hours are over" }],
    );
    assert.equal(await channels.status(await channels.ran({ name: "good one" })), "ACTIVE");
  });

  it("have tags, pages, and a place of their own", async () => {
    const b = await bench();
    const channels = new Channels(b);
    const arn = await channels.ran({ tags: { team: "ml" } });
    await b.tag(arn, { more: "x" });
    await b.untag(arn, "team");
    assert.deepEqual(await b.tags(arn), { more: "x" });
    await channels.ran();
    const first = (await channels.list("maxResults=1")).body;
    const second = (await channels.list(`maxResults=1&nextToken=${first.nextToken}`)).body;
    assert.equal((second.mlInputChannelsList as { mlInputChannelArn: string }[])[0]?.mlInputChannelArn, arn);
    refused(await channels.get(`${arnPrefix}/ml-input-channel/none`), 404, "ResourceNotFoundException");
  });

  it("want one query or one template, and a retention of 1 to 30 days", async () => {
    const channels = new Channels(await bench());
    refused(await channels.create({}, " "), 400, "ValidationException");
    refused(await channels.create({ retentionInDays: 31 }), 400, "ValidationException");
    refused(
      await channels.create({ configuredModelAlgorithmAssociations: [association, association] }),
      400,
      "ValidationException",
    );
  });

  it("hold to the quotas of their membership", async () => {
    const b = await bench({ quotas: { queriesPerMembership: 2, activeChannelsPerMembership: 3 } });
    const channels = new Channels(b);
    await channels.create();
    await channels.create();
    refused(await channels.create(), 402, "ServiceQuotaExceededException");
    b.advance(10);
    await channels.ran();
    refused(await channels.create(), 402, "ServiceQuotaExceededException");
    assert.equal(b.emulator.queries, 3);
  });
});
