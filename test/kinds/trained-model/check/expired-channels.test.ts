import assert from "node:assert/strict";
import { expiredChannels } from "../../../../provider/kinds/trained-model/check/expired-channels";
import { jobInputs } from "../../../core/fakes";

describe("channels that must have expired", () => {
  const trained = Date.parse("2026-01-01T00:00:00Z");
  const recorded = { ...jobInputs(), createTime: "2026-01-01T00:00:00Z" };
  const pathsAfter = (days: number, replaces: string[] = []) =>
    expiredChannels({ recorded, replaces, secrets: [] }, trained + days * 86_400_000).map(({ path }) => path);

  it("are warned of after 30 days, where a channel stays", () => {
    assert.deepEqual(pathsAfter(29), []);
    assert.deepEqual(pathsAfter(31), ["dataChannels[0].mlInputChannelArn"]);
  });

  it("are none where each is another one", () => assert.deepEqual(pathsAfter(31, ["dataChannels[0].mlInputChannelArn"]), []));
});
