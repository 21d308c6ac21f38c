import assert from "node:assert/strict";
import type { CheckSettings } from "../../../provider/core/check/check";
import { UNKNOWN } from "../../../provider/core/values/unknown";
import { regions } from "../../../provider/service/regions";
import { check } from "../../kinds/trained-model/checking";
import { jobInputs } from "../fakes";

/** What is said of the region of a training to come. */
const said = (region: unknown, settings: CheckSettings, more: object = {}, secrets: string[] = []) => {
  const { region: _, ...inputs } = { ...jobInputs(), region: undefined };
  const given = { ...inputs, ...(region === undefined ? {} : { region }), ...more };
  return check(given, { isToCome: true, ...settings }, { secrets }).errors.map(
    ({ path, code, hint }) => `${path} ${code} ${hint ?? ""}`,
  );
};
const adopt = {
  trainedModelArn: `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${jobInputs().membershipIdentifier}/trained-model/m`,
};

describe("the region of a training to come", () => {
  it("is one of AWS's", () => {
    assert.ok(regions.length > 40 && regions.includes("us-east-1") && regions.includes("cn-north-1"));
    for (const region of regions) assert.deepEqual(said(region, {}), []);
    for (const region of regions) assert.deepEqual(said(undefined, { region }), []);
  });

  it("is set somewhere", () => {
    assert.match(said(undefined, {}).join(), /^region missing .*AWS_REGION/);
    assert.match(said(undefined, { skipRegionValidation: true }).join(), /^region missing/);
  });

  it("exists, wherever it is set", () => {
    assert.match(said("eu-wets-1", { region: "us-east-1" }).join(), /^region unknown-region did you mean `eu-west-1`\?/);
    assert.match(said(undefined, { region: "us-eats-1" }).join(), /^ unknown-region did you mean `us-east-1`\?/);
    assert.match(said("moonbase-alpha-7", {}).join(), /^region unknown-region (?!did)/);
  });

  it("may be any where the stack says so", () => {
    assert.deepEqual(said("moonbase-alpha-7", { skipRegionValidation: true }), []);
    assert.deepEqual(said(undefined, { region: "moonbase-alpha-7", skipRegionValidation: true }), []);
  });

  it("is told once where it is malformed", () => {
    assert.deepEqual(
      said("Ireland", {}).map((text) => text.split(" ")[1]),
      ["pattern"],
    );
  });

  it("does not matter where none is to come, one is taken over, or it is not known yet", () => {
    assert.deepEqual(said("moonbase-alpha-7", { isToCome: false }), []);
    assert.deepEqual(said(undefined, {}, { adopt }), []);
    assert.deepEqual(said(UNKNOWN, {}), []);
  });

  it("is not hinted at where it is a secret", () => {
    assert.doesNotMatch(said("eu-wets-1", {}, {}, ["region"]).join(), /eu-west-1/);
  });
});

describe("tags that the stack leaves to others", () => {
  const ignoredTags = { keys: ["auto"], keyPrefixes: ["auto:"] };
  const paths = (tags: Record<string, string>, defaultTags = {}) =>
    check({ ...jobInputs(), tags }, { ignoredTags, defaultTags }).errors.map(({ path }) => path);

  it("must not be set, by a key or by the beginning of one", () => {
    assert.deepEqual(paths({ auto: "a", "auto:x": "b", autonomy: "c" }), ["tags.auto", 'tags["auto:x"]']);
    assert.deepEqual(paths({}, { auto: "a" }), ["tags.auto"]);
    assert.deepEqual(paths({ team: "ml" }), []);
  });
});
