import assert from "node:assert/strict";
import { inspect } from "node:util";
import type { Fault } from "../../provider/emulator";
import { Ground } from "../readings/ground";
import { Died, type Program } from "../readings/stack";

/** Planted where a program keeps secrets, in the shapes that secrets have. */
const planted = {
  plain: "planted-hunter2-token",
  quoted: 'planted {"key": "quoted-part"} \\ end',
  lines: "-----BEGIN planted KEY-----\nplanted-first-line\nplanted-second-line\n-----END-----",
};
const inputs = { environment: planted, hyperparameters: { token: "planted-hyper" } };
const secrets = ["environment", "hyperparameters.token"];
const credentials = { accessKeyId: "test", secretAccessKey: "planted-secret-access-key", sessionToken: "planted-session-token" };
const program: Program = { churn: () => inputs };

/** Ways in which a service repeats what it was sent. */
const faults: Record<string, Fault> = {
  "repeats the input as JSON": {
    kind: "error",
    operation: "CreateTrainedModel",
    code: "ValidationException",
    status: 400,
    echo: true,
  },
  ...Object.fromEntries(
    Object.entries(planted).map(([shape, text]): [string, Fault] => [
      `repeats a ${shape} value as it is`,
      {
        kind: "error",
        operation: "CreateTrainedModel",
        code: "ValidationException",
        status: 400,
        message: `Value '${text}' is bad`,
      },
    ]),
  ),
  "refuses with a server error that repeats the input": {
    kind: "error",
    operation: "CreateTrainedModel",
    code: "InternalServiceException",
    status: 500,
    echo: true,
  },
};

describe("planted secrets", () => {
  let ground: Ground;
  afterEach(() => ground.close());

  const open = (wrong: readonly Fault[] = []) => Ground.open({ credentials: [credentials], faults: wrong });

  for (const [what, fault] of Object.entries(faults)) {
    it(`are in no message when the service ${what}`, async () => {
      ground = await open([fault]);
      const stack = ground.stack({}, { credentials });
      stack.secrets = secrets;
      await assert.rejects(stack.up(program), (error: Error) => {
        // What the host hands to the engine.
        assert.doesNotMatch(error.message, /planted/);
        return true;
      });
      assert.doesNotMatch([...stack.engine.rows, ...stack.engine.lines].join("\n"), /planted/);
    });
  }

  it("are in no request log, no row and no line of a whole life", async () => {
    ground = await open();
    const stack = ground.stack({}, { credentials });
    stack.secrets = secrets;
    await assert.rejects(stack.up(program, { dieAfterCreate: true }), Died);
    await stack.up(program);
    await stack.refresh();
    await stack.up({ churn: () => ({ ...inputs, environment: { ...planted, more: "planted" } }) });
    await stack.destroy();
    assert.doesNotMatch(JSON.stringify(ground.emulator.requests), /planted/);
    assert.doesNotMatch([...stack.engine.rows, ...stack.engine.lines].join("\n"), /planted/);
  });

  it("of the credentials are in no error, whatever it is looked at with", async () => {
    ground = await open();
    const stack = ground.stack({}, { credentials: { ...credentials, secretAccessKey: "planted-but-wrong" } });
    const error = await stack.up(program).then(
      () => assert.fail("it did not fail"),
      (reason: unknown) => reason,
    );
    assert.match(String(error), /signature/i);
    assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), /planted-(secret|session|but)/);
  });
});
