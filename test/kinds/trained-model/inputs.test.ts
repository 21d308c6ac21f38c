import assert from "node:assert/strict";
import { apiInputs, inputsOf, trainingInputs } from "../../../provider/kinds/trained-model/inputs";
import { shapeOf } from "../../../provider/service/model";
import { jobInputs } from "../../core/fakes";

describe("apiInputs", () => {
  it("are the members of CreateTrainedModel, in the model's order", () => {
    assert.deepEqual(apiInputs, Object.keys(shapeOf("CreateTrainedModelRequest").members ?? {}));
  });

  it("come first among what a program may set, and once each", () => {
    assert.deepEqual(trainingInputs.slice(0, apiInputs.length), apiInputs);
    assert.equal(new Set(trainingInputs).size, trainingInputs.length);
  });
});

describe("inputsOf", () => {
  it("is for what a check accepted", () => {
    assert.deepEqual(inputsOf({ ...jobInputs() }), jobInputs());
    assert.throws(() => inputsOf({ ...jobInputs(), membershipIdentifier: undefined }), /no check has accepted/);
    assert.throws(() => inputsOf({}), /no check has accepted/);
  });
});
