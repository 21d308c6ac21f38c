import assert from "node:assert/strict";
import { RequestLog } from "../../../provider/emulator/wire/log";

describe("emulator: log", () => {
  it("keeps the newest 10,000 requests, without a body", () => {
    const log = new RequestLog();
    for (let count = 1; count <= 10_001; count++) log.begin(String(count), "GET", "/memberships/m/trained-models?maxResults=1");
    assert.deepEqual([log.entries.length, log.entries[0]?.id, log.entries.at(-1)?.id], [10_000, "2", "10001"]);
    const { time, ...entry } = log.begin("next", "GET", "/tags/arn?tagKeys=a?b");
    assert.deepEqual(entry, { id: "next", method: "GET", path: "/tags/arn", query: "tagKeys=a?b", status: 0 });
    assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000);
  });
});
