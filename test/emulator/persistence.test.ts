import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bench, closeBenches, createInput, membership, on } from "./harness";
import { signed } from "./signer";

const command = `require("ts-node").register({ transpileOnly: true });
require(${JSON.stringify(resolve(__dirname, "../../provider/cli/emulator"))})
  .emulatorCommand(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;

/** The command in a process of its own. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, ["-e", command, "--", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  let out = "";
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  const listening = new Promise<string>((done) => {
    child.stdout.on("data", (data) => {
      out += data;
      const found = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(out);
      if (found?.[1]) done(found[1]);
    });
    ended.then(() => done(""));
  });
  return { child, ended, endpoint: await listening, out: () => out, err: () => err };
}

async function createAt(endpoint: string): Promise<string> {
  const url = new URL(`${endpoint}/memberships/${membership}/trained-models`);
  const body = JSON.stringify(createInput());
  const response = await fetch(url, { method: "POST", headers: signed("POST", url, body), body });
  return ((await response.json()) as { trainedModelArn: string }).trainedModelArn;
}

describe("emulator: persistence", () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emulator-"));
    data = join(folder, "state.json");
  });
  afterEach(async () => {
    await closeBenches();
    rmSync(folder, { recursive: true });
  });

  it("goes on where it was, its advanced clock included", async () => {
    const first = await bench({ data });
    const { arn } = await first.trained({ tags: { a: "b" } });
    const next = await first.trained(on(arn));
    const before = [first.emulator.models(), await first.get(arn), await first.get(arn, next.version)].map(stable);
    await first.emulator.close();
    const second = await bench({ data });
    assert.deepEqual([second.emulator.models(), await second.get(arn), await second.get(arn, next.version)].map(stable), before);
    assert.equal(second.emulator.creates, 2);
    await second.delete(arn, next.version);
    await second.tag(arn, { c: "d" });
    second.advance(10);
    const third = await bench({ data });
    assert.equal(await third.status(arn, next.version), "INACTIVE");
    assert.deepEqual(await third.tags(arn), { a: "b", c: "d" });
    assert.deepEqual(readdirSync(folder), ["state.json"]);
  });

  it("refuses a file that is not its own, and leaves it as it is", async () => {
    for (const text of ["{", "[]", '{"format":2}']) {
      writeFileSync(data, text);
      await assert.rejects(bench({ data }), /not JSON|not written by this version/);
      assert.equal(readFileSync(data, "utf8"), text);
    }
  });

  it("keeps what it answered through a kill", async () => {
    const first = await run("--data", data, "--training", "0.1");
    const arn = await createAt(first.endpoint);
    first.child.kill("SIGKILL");
    await first.ended;
    const b = await bench({ data, clock: Date });
    assert.deepEqual(
      b.emulator.models().map(({ trainedModelArn }) => trainedModelArn),
      [arn],
    );
  }).timeout(30_000);
});

describe("emulator: command", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    it(`says where it listens, and ends cleanly on ${signal}`, async () => {
      const { child, ended, endpoint, out } = await run("--reading", "versionOfBase=NULL", "--port", "0");
      assert.match(endpoint, /^http:/);
      child.kill(signal);
      assert.deepEqual(await ended, [0, null]);
      assert.equal(out(), `listening on ${endpoint}\n`);
    }).timeout(30_000);

  const refusals: [args: string[], message: RegExp][] = [
    [["--prot", "1"], /Unknown option '--prot'/],
    [["--port", "70000"], /--port is a number from 0 to 65535, not 70000/],
    [["--training", "soon"], /--training is a number of seconds, not soon/],
    [["--reading", "nameReuse"], /--reading is NAME=VALUE, not nameReuse/],
    [["--reading", "nameReuse=x"], /nameReuse is one of allowed/],
    [["more"], /Unexpected argument 'more'/],
  ];
  for (const [args, message] of refusals)
    it(`refuses ${args.join(" ")}`, async () => {
      const { ended, out, err } = await run(...args);
      assert.deepEqual(await ended, [2, null]);
      assert.match(err(), message);
      assert.equal(out(), "");
    }).timeout(30_000);

  it("has a help that lists every reading, and fails on a port that is taken", async () => {
    const help = await run("--help");
    assert.deepEqual(await help.ended, [0, null]);
    assert.match(help.out(), /versionOfBase: absent \| null \| NULL/);
    const b = await bench();
    const taken = await run("--port", String(b.emulator.port));
    assert.deepEqual(await taken.ended, [1, null]);
    assert.match(taken.err(), /EADDRINUSE/);
    await closeBenches();
  }).timeout(30_000);
});

/** A reply without what differs each time. */
function stable(value: object): object {
  return "requestId" in value ? { ...value, requestId: undefined } : value;
}
