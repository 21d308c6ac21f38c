import assert from "node:assert/strict";
import { main } from "../../provider/cli/main";
import { bench, closeBenches } from "./harness";
import { run } from "./process";

/** Runs the command here, and keeps what it writes. */
async function outcome(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { stdout: "", stderr: "" };
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name];
    const write = stream.write;
    stream.write = (text: string | Uint8Array) => {
      texts[name] += text;
      return true;
    };
    return () => {
      stream.write = write;
    };
  });
  try {
    const code = await main(["emulator", ...args]);
    return { code, out: texts.stdout, err: texts.stderr };
  } finally {
    for (const one of restore) one();
  }
}

const refusals: [args: string[], message: RegExp][] = [
  [["--prot", "1"], /Unknown option '--prot'/],
  [["--port", "70000"], /--port is a number from 0 to 65535, not 70000/],
  [["--training", "soon"], /--training is a number of seconds, not soon/],
  [["--data", ""], /--data needs a file/],
  [["--reading", "nameReuse"], /--reading is NAME=VALUE, not nameReuse/],
  [["--reading", "nameReuse=x"], /nameReuse is one of allowed/],
  [["more"], /Unexpected argument 'more'/],
];

describe("emulator: command", () => {
  afterEach(closeBenches);

  it("says where it listens, and ends cleanly on SIGINT and SIGTERM", async () => {
    const started = await Promise.all((["SIGINT", "SIGTERM"] as const).map(async (signal) => ({ signal, ...(await run()) })));
    for (const { child, signal, ended, endpoint, out } of started) {
      assert.match(endpoint, /^http:/);
      child.kill(signal);
      assert.deepEqual(await ended, [0, null]);
      assert.equal(out(), `listening on ${endpoint}\n`);
    }
  }).timeout(60_000);

  for (const [args, message] of refusals)
    it(`refuses ${args.join(" ")}`, async () => {
      const { code, out, err } = await outcome(args);
      assert.deepEqual([code, out], [64, ""]);
      assert.match(err, message);
    });

  it("has a help that lists every reading", async () => {
    const { code, out } = await outcome(["--help"]);
    assert.equal(code, 0);
    assert.match(out, /versionOfBase: absent \| null \| NULL/);
  });

  it("fails on a port that is taken", async () => {
    const b = await bench();
    const { code, err } = await outcome(["--port", String(b.emulator.port)]);
    assert.equal(code, 1);
    assert.equal(err, `cleanroomsml emulator: cannot listen on port ${b.emulator.port} of 127.0.0.1: it is in use\n`);
  });
});
