import assert from "node:assert/strict";
import extract from "../../provider/service/cleanroomsml.json";
import type { Shape } from "../../provider/service/model";
import { violationsOf } from "../../provider/service/violations";
import { isTrainedModelArn, refOf } from "../../provider/trained-model/identity";

const LIMIT = 50;
const MB = 2 ** 20;
const uuid = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const arn = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${uuid}/`;

/** A beginning and what repeats after it; legal for one pattern or another, and near-legal with a bad end. */
const repeated: [string, string][] = [
  ["", "a"],
  ["", "0"],
  ["", "-"],
  ["", " "],
  ["", "\t"],
  ["", "\n"],
  ["", "é"],
  ["", "\u{1F600}"],
  ["", "\uD800"],
  ["", " a"],
  ["", `${uuid}-`],
  ["", "arn:aws"],
  ["", "arn:aws:"],
  ["arn:aws", "-a"],
  ["arn:aws:cleanrooms-ml:", "a-"],
  ["arn:aws:kms:", "us-"],
  ["arn:aws:kms:us-east-1:123456789012:key/", "k"],
  ...["trained-model", "ml-input-channel", "configured-model-algorithm-association"].flatMap((kind): [string, string][] => [
    [`${arn}${kind}/`, "a"],
    [`${arn}${kind}/`, "/."],
    ["", `${arn}${kind}/`],
  ]),
];
const inputs = repeated.flatMap(([begin, part]) =>
  ["", "!", "\u0000", "\n"].map((end) => begin + part.repeat(Math.floor(MB / Buffer.byteLength(part))) + end),
);

/** The best of three: other processes of this machine are none of the pattern's. */
function milliseconds(work: () => void): number {
  const times = [0, 0, 0].map(() => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

describe("patterns of the service model", () => {
  const shapes = Object.entries(extract.shapes as Record<string, Shape>).filter(([, { pattern }]) => pattern !== undefined);

  it("are all tried", () => assert.ok(shapes.length >= 13, `${shapes.length} patterns`));

  for (const [name, { pattern = "", max }] of shapes) {
    it(`${name}: ${inputs.length} inputs of 1 MB, each within ${LIMIT} ms`, () => {
      for (const input of inputs) {
        const shown = `${JSON.stringify(input.slice(0, 40))}… ${JSON.stringify(input.slice(-3))}`;
        const spent = milliseconds(() => violationsOf(name, input));
        assert.ok(spent <= LIMIT, `${spent} ms for ${shown}`);
        const alone = milliseconds(() => new RegExp(`^(?:${pattern})$`, "u").test(input));
        assert.ok(alone <= LIMIT, `${alone} ms for ${shown}, without the limit of length`);
        const short = milliseconds(() => violationsOf(name, input.slice(0, max) || "a"));
        assert.ok(short <= LIMIT, `${short} ms for the longest that is allowed of ${shown}`);
      }
    }).timeout(60_000);
  }

  it("are not the only ones: an id of 1 MB is refused as fast", () => {
    for (const input of inputs) {
      assert.ok(milliseconds(() => isTrainedModelArn(input)) <= LIMIT);
      assert.ok(
        milliseconds(() =>
          assert.throws(
            () => refOf(input),
            (error: Error) => error.message.length < 1_000,
          ),
        ) <= LIMIT,
      );
    }
  }).timeout(60_000);
});
