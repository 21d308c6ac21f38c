import assert from "node:assert/strict";
import { withoutStackTraces } from "../../../provider/resources/shared/stack-traces";

describe("parts without stack traces", () => {
  const fails = () => {
    throw new TypeError("no such part");
  };

  it("are made without a line of a stack, whatever the limit is", () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    const stack = withoutStackTraces(() => new TypeError("here").stack);
    Error.stackTraceLimit = stackTraceLimit;
    assert.equal(stack, "TypeError: here");
  });

  it("leave what maps the lines of a program in place, also when they fail", () => {
    const { prepareStackTrace } = Error;
    const ofTheProgram = () => "mapped";
    Error.prepareStackTrace = ofTheProgram;
    try {
      assert.throws(() => withoutStackTraces(fails));
      assert.equal(Error.prepareStackTrace, ofTheProgram);
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
    }
  });

  it("that fail say on which line", () => {
    const caught = () => {
      try {
        return withoutStackTraces(fails);
      } catch (error) {
        return error instanceof Error ? error.stack : undefined;
      }
    };
    assert.match(caught() ?? "", /^TypeError: no such part\n +at fails \(.*stack-traces\.test\.ts/);
  });
});
