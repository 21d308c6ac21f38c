import assert from "node:assert/strict";
import { apiInputs, contextOf, covers, jobInputs, touches } from "../../../provider/kinds/trained-model/inputs";
import { shapeOf } from "../../../provider/service/model";
import { jobInputs as legalInputs } from "../../core/fakes";

describe("apiInputs", () => {
  it("are the members of CreateTrainedModel, in the model's order", () => {
    assert.deepEqual(apiInputs, Object.keys(shapeOf("CreateTrainedModelRequest").members ?? {}));
  });

  it("come first among what a program may set, and once each", () => {
    assert.deepEqual(jobInputs.slice(0, apiInputs.length), apiInputs);
    assert.equal(new Set(jobInputs).size, jobInputs.length);
  });
});

describe("contextOf", () => {
  it("is what the bag has, and empty where it has none or no map", () => {
    const { __context } = legalInputs();
    assert.deepEqual(contextOf({ __context }), __context);
    assert.deepEqual(contextOf({}).secrets, []);
    assert.deepEqual(contextOf({ __context: "text" }).timeouts, {});
    assert.deepEqual(contextOf({ __context: { urn: "urn" } }), { ...contextOf({}), urn: "urn" });
  });
});

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
