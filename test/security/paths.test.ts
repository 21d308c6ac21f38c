import assert from "node:assert/strict";
import { isTrainedModelArn, refOf } from "../../provider/kinds/trained-model/identity";
import type { Service } from "../../provider/service/operations";
import { jobInputs, membershipIdentifier } from "../core/fakes";
import { Ground } from "../readings/ground";

const arn = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}/trained-model/`;

/** What a state, a program or an answer could hold in the place of an identifier. */
const hostile = [
  "",
  ".",
  "..",
  "../..",
  "%2e%2e",
  "%2E%2E/%2e%2e",
  "a/../../tags/b",
  "/",
  "//",
  "\\..\\..",
  "a?versionIdentifier=b",
  "a#b",
  "a&maxResults=1",
  "a;b",
  "a b",
  "a\r\nHost: elsewhere",
  "a\u0000b",
  "..;/",
  "@elsewhere/",
  "http://elsewhere/",
  `${membershipIdentifier}/trained-models`,
  `${membershipIdentifier}/trained-models/..`,
  `${arn}..`,
  `${arn}a/../../x`,
  `${arn}%2e%2e`,
];

describe("identifiers from outside", () => {
  let ground: Ground;
  before(async () => {
    ground = await Ground.open();
  });
  after(() => ground.close());

  const { signal } = new AbortController();
  const calls: Record<string, (service: Service, id: string) => Promise<unknown>[]> = {
    CreateTrainedModel: (service, id) => [
      service.createTrainedModel({ ...jobInputs(), membershipIdentifier: id, name: "churn" }, signal),
    ],
    GetTrainedModel: (service, id) => [
      service.getTrainedModel({ membershipIdentifier, trainedModelArn: id }, signal),
      service.getTrainedModel({ membershipIdentifier: id, trainedModelArn: `${arn}a` }, signal),
      service.getTrainedModel({ membershipIdentifier, trainedModelArn: `${arn}a`, versionIdentifier: id }, signal),
    ],
    ListTrainedModels: (service, id) => [service.listTrainedModels(id, signal)],
    ListTrainedModelVersions: (service, id) => [
      service.listTrainedModelVersions({ membershipIdentifier, trainedModelArn: id }, signal),
      service.listTrainedModelVersions({ membershipIdentifier: id, trainedModelArn: `${arn}a` }, signal),
    ],
    CancelTrainedModel: (service, id) => [service.cancelTrainedModel({ membershipIdentifier, trainedModelArn: id }, signal)],
    DeleteTrainedModelOutput: (service, id) => [
      service.deleteTrainedModelOutput({ membershipIdentifier, trainedModelArn: id }, signal),
      service.deleteTrainedModelOutput({ membershipIdentifier: id, trainedModelArn: `${arn}a` }, signal),
      service.deleteTrainedModelOutput({ membershipIdentifier, trainedModelArn: `${arn}a`, versionIdentifier: id }, signal),
    ],
    TagResource: (service, id) => [service.tagResource({ resourceArn: id, tags: { a: "b" } }, signal)],
    UntagResource: (service, id) => [
      service.untagResource({ resourceArn: id, tagKeys: ["a"] }, signal),
      service.untagResource({ resourceArn: `${arn}a`, tagKeys: [id] }, signal),
    ],
    ListTagsForResource: (service, id) => [service.listTagsForResource({ resourceArn: id }, signal)],
  };

  for (const [operation, call] of Object.entries(calls)) {
    it(`never make another operation of ${operation}`, async () => {
      const { service } = ground.stack();
      for (const id of hostile) {
        const before = ground.emulator.requests.length;
        await Promise.allSettled(call(service, id));
        for (const request of ground.emulator.requests.slice(before)) {
          assert.equal(request.operation, operation, `${JSON.stringify(id)} asked for ${request.method} ${request.path}`);
          // One segment each: nothing on the way can take a part for a path.
          assert.doesNotMatch(request.path, /\/\.{0,2}(\/|$)/, JSON.stringify(id));
        }
      }
      assert.equal(ground.emulator.creates, 0);
    });
  }

  it("are no ids of resources", () => {
    for (const id of hostile) {
      assert.throws(() => refOf(id), /is no trained model/, id);
      assert.equal(isTrainedModelArn(id), false, id);
      assert.throws(() => refOf(`${arn}a#${id}`), /is no trained model/, id);
    }
    assert.deepEqual(refOf(`${arn}a`), { trainedModelArn: `${arn}a` });
  });
});
