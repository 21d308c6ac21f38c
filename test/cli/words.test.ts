import assert from "node:assert/strict";
import { asksForHelp, only, parsed, UsageError } from "../../provider/cli/command";
import { inWords } from "../../provider/cli/words";
import { RefusedError } from "../../provider/core/errors/errors";

describe("what a command makes of an error", () => {
  it("is the meaning of the system's code, else its message and its advice", () => {
    assert.equal(
      inWords(Object.assign(new Error("ENOENT: no such file, open 'x'"), { code: "ENOENT" })),
      "there is no such file or folder",
    );
    assert.equal(inWords(Object.assign(new Error("something odd"), { code: "EODD" })), "something odd");
    assert.equal(inWords(new RefusedError("no", ["do this", "then that"])), "no\ndo this\nthen that");
    assert.equal(inWords("a text"), "a text");
  });
});

describe("a command's arguments", () => {
  it("ask for help, but not behind --", () => {
    assert.ok(asksForHelp(["x", "--help"]) && asksForHelp(["-h"]));
    assert.ok(!asksForHelp(["--", "--help"]) && !asksForHelp(["help"]));
  });
  it("are refused as usage; any other failure is not", () => {
    assert.throws(() => parsed({ args: ["--what"], options: {} }), UsageError);
    const broken = { args: [], options: { a: { type: "neither" } } };
    assert.throws(
      () => Reflect.apply(parsed, undefined, [broken]),
      (error) => !(error instanceof UsageError),
    );
  });
  it("are one where one is meant", () => {
    assert.equal(only(["a"], "ARN"), "a");
    assert.throws(() => only([], "ARN"), { name: "UsageError", message: "ARN is missing" });
    assert.throws(() => only(["a", "b"], "ARN"), { name: "UsageError", message: "there is one ARN, not 2" });
  });
});
