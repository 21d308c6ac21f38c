import assert from "node:assert/strict";

describe("the bench's arguments", () => {
  let front: typeof import("../../scripts/bench/arguments.mjs");
  let say: typeof import("../../scripts/set-up/say.mjs");
  before(async () => {
    front = await import("../../scripts/bench/arguments.mjs");
    say = await import("../../scripts/set-up/say.mjs");
  });

  const known = ["preview", "up"];

  it("are figures and options", () => {
    const { figures, quick, output } = front.asked(["up", "--quick"], known);
    assert.deepEqual({ figures, quick, output }, { figures: ["up"], quick: true, output: "bench.json" });
  });

  for (const [args, message] of [
    [["uo"], /There is no figure uo\. The figures are:\n {2}preview\n {2}up/],
    [["--fast"], /--fast[\s\S]*usage: npm run bench/],
    [["--profile"], /--profile needs the name of one figure/],
    [["--profile", "up", "preview"], /--profile needs the name of one figure/],
    [["--growth", "up"], /--growth has figures of its own/],
    [["--write-docs", "--quick"], /--write-docs writes the figures of a whole run/],
    [["--write-docs", "up"], /--write-docs writes the figures of a whole run/],
  ] as const) {
    it(`are refused as a mistake of the user's: ${args.join(" ")}`, () => {
      assert.throws(
        () => front.asked([...args], known),
        (error: Error) => error instanceof say.SetUpError && message.test(error.message),
      );
    });
  }
});
