import assert from "node:assert/strict";
import { isTrainedModelArn, refOf } from "../../provider/kinds/trained-model/identity";
import extract from "../../provider/service/cleanroomsml.json";
import type { Shape } from "../../provider/service/model";
import { violationsOf } from "../../provider/service/violations";

/** Each size takes 16 times as long as the one before where the time grows with the square, and stops at the first that takes too long. */
const SIZES = [2 ** 14, 2 ** 16, 2 ** 18];
/** Milliseconds of this process's own time, whatever else the machine does: linear work on 256 kB takes a few, squared work a minute. */
const LIMIT = 250;
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
const families = repeated.flatMap(([begin, part]) => ["", "!", "\u0000", "\n"].map((end) => ({ begin, part, end })));

function inputOf({ begin, part, end }: (typeof families)[number], size: number): string {
  return begin + part.repeat(Math.floor(size / Buffer.byteLength(part))) + end;
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1_000;
}

/** The inputs, each told by its beginning, on which some work takes too long. */
function tooSlow(work: (input: string) => void, of = families): string[] {
  return of.flatMap((family) => {
    const size = SIZES.find((bytes) => {
      const input = inputOf(family, bytes);
      return milliseconds(() => work(input)) > LIMIT;
    });
    return size === undefined ? [] : [`${JSON.stringify(family)} of ${size} bytes`];
  });
}

describe("patterns of the service model", () => {
  const shapes = Object.entries(extract.shapes as Record<string, Shape>).filter(([, { pattern }]) => pattern !== undefined);

  it("are all tried", () => assert.ok(shapes.length >= 13, `${shapes.length} patterns`));

  for (const [name, { pattern = "", max }] of shapes) {
    it(`${name}: ${families.length} kinds of input up to 256 kB, none of which takes long`, () => {
      const alone = new RegExp(`^(?:${pattern})$`, "u");
      assert.deepEqual(
        tooSlow((input) => violationsOf(name, input)),
        [],
      );
      assert.deepEqual(
        tooSlow((input) => alone.test(input)),
        [],
        "without the limit of length",
      );
      assert.deepEqual(
        tooSlow((input) => violationsOf(name, input.slice(0, max) || "a")),
        [],
        "the longest that is allowed",
      );
    }).timeout(60_000);
  }

  it("are not the only ones: an id of 256 kB is refused as fast", () => {
    assert.deepEqual(
      tooSlow((input) => isTrainedModelArn(input)),
      [],
    );
    assert.deepEqual(
      tooSlow((input) => assert.throws(() => refOf(input), isShort)),
      [],
    );
  }).timeout(60_000);

  it("would be found if one of them took the square of the length", () => {
    for (const pattern of [/^a*a*$/u, /^(?:a|b)*a*$/u])
      assert.equal(tooSlow((input) => pattern.test(input), [{ begin: "", part: "a", end: "!" }]).length, 1);
  }).timeout(60_000);
});

const isShort = (error: Error) => error.message.length < 1_000;
