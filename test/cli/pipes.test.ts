import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lines, recorded, report } from "../report/previews";
import { cli } from "./run";

/** What a shell's line did. `cleanroomsml` stands for the built command. */
function sh(line: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn("sh", ["-c", `cleanroomsml() { "$NODE" "$CLI" "$@"; }\n${line}`], {
    cwd: folder,
    env: { ...process.env, NODE: process.execPath, CLI: cli },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
}

let folder: string;

describe("cleanroomsml report at the end of a pipe", function () {
  this.timeout(30_000);
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "pipes-"));
    const text = recorded("chain");
    writeFileSync(path.join(folder, "chain.json"), text);
    writeFileSync(path.join(folder, "le.json"), Buffer.from(`\ufeff${text}`, "utf16le"));
    writeFileSync(path.join(folder, "be.json"), Buffer.from(`\ufeff${text}`, "utf16le").swap16());
    writeFileSync(path.join(folder, "bom.json"), `\ufeff${text}`);
    const big = JSON.parse(text);
    big.padding = "é".repeat(8_000_000);
    writeFileSync(path.join(folder, "big.json"), JSON.stringify(big));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const first = lines(report("chain"))[0] ?? "";
  const readable: [string, string][] = [
    ["a writer that starts late", "(sleep 1; cat chain.json) | cleanroomsml report"],
    ["a writer that pauses within", "(head -c 9000 chain.json; sleep 1; tail -c +9001 chain.json) | cleanroomsml report"],
    [
      "a writer that pauses within a character",
      "(head -c 9000000 big.json; sleep 1; tail -c +9000001 big.json) | cleanroomsml report -",
    ],
    ["16 MB", "cat big.json | cleanroomsml report"],
    ["UTF-16, as PowerShell writes it", "cat le.json | cleanroomsml report"],
    ["UTF-16 the other way round", "cat be.json | cleanroomsml report"],
    ["a byte order mark", "cat bom.json | cleanroomsml report"],
    ["a file in the place of a pipe", "cleanroomsml report < chain.json"],
  ];
  for (const [what, line] of readable) {
    it(`reads ${what}`, async () => {
      const { code, stdout, stderr } = await sh(line);
      assert.deepEqual([code, stderr, stdout.split("\n")[0]], [0, "", first]);
    });
  }

  const nothing: [string, string][] = [
    ["an empty pipe", "true | cleanroomsml report"],
    ["a writer that ends within", "head -c 9000 chain.json | cleanroomsml report"],
    ["a closed input", "cleanroomsml report <&-"],
    ["an input that is a folder", "cleanroomsml report < ."],
  ];
  for (const [what, line] of nothing) {
    it(`ends with 1 and one line for ${what}`, async () => {
      const { code, stdout, stderr } = await sh(line);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /^cleanroomsml report: [^\n]+\n$/);
    });
  }

  it("says what it waits for on a terminal", async function () {
    if (!existsSync("/usr/bin/script")) return this.skip();
    const { code, stdout } = await sh(`script -qec '"$NODE" "$CLI" report' /dev/null < /dev/null`);
    assert.equal(code, 64, stdout);
    assert.match(stdout, /^cleanroomsml report: there is nothing on the standard input; --help says more\r?\n$/);
  });

  it("is quiet when the reader of its output has gone, and keeps its exit code", async () => {
    const { stdout, stderr } = await sh("(cleanroomsml report --fail-on train chain.json; echo $? > code) | true; cat code");
    assert.deepEqual([stdout, stderr], ["2\n", "cleanroomsml report: trains base, next, third\n"]);
  });

  it("says so when its output cannot be written", async function () {
    if (!existsSync("/dev/full")) return this.skip();
    const { code, stderr } = await sh("cleanroomsml report chain.json > /dev/full");
    assert.deepEqual([code, stderr], [1, "cleanroomsml: the output cannot be written: no space is left\n"]);
  });
});
