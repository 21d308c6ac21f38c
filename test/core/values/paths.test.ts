import assert from "node:assert/strict";
import { covers, touches } from "../../../provider/core/values/paths";

describe("paths that are listed", () => {
  const cases: [listed: string, path: string, covers: boolean, touches: boolean][] = [
    ["environment", "environment", true, true],
    ["environment", "environment.A", true, true],
    ["environment", 'environment["a.b"]', true, true],
    ["environment.A", "environment", false, true],
    ["environment.A", "environment.AB", false, false],
    ["dataChannels[1]", "dataChannels[1].channelName", true, true],
    ["dataChannels[1]", "dataChannels[10].channelName", false, false],
    ["name", "names", false, false],
  ];
  for (const [listed, path, isCovered, isTouched] of cases) {
    it(`${listed} ${isCovered ? "covers" : isTouched ? "touches" : "has nothing to do with"} ${path}`, () => {
      assert.equal(covers([listed], path), isCovered);
      assert.equal(touches([listed], path), isTouched);
      assert.equal(covers([], path), false);
    });
  }
});
