import assert from "node:assert/strict";
import path from "node:path";
import { fixtures } from "../folders";
import { recorded } from "../report/previews";
import { run as runCommand } from "./run";

const previews = path.join(fixtures, "previews");

const run = (args: string[], input?: string | Buffer) => runCommand(["report", ...args], input);

describe("cleanroomsml report", () => {
  it("reads a file, or the standard input, in a shell's encoding", () => {
    const file = run([path.join(previews, "chain.json")]);
    assert.equal(file.status, 0, file.stderr);
    assert.match(file.stdout, /^### Trained models of `dev`: \*\*3 trainings\*\*/);
    for (const args of [[], ["-"]]) assert.equal(run(args, recorded("chain")).stdout, file.stdout);
    assert.equal(run([], Buffer.from(`\ufeff${recorded("chain")}`, "utf16le")).stdout, file.stdout);
  });

  it("gives JSON to machines", () => {
    const { stdout } = run(["--json"], recorded("mixed"));
    const { instanceHours, models } = JSON.parse(stdout);
    assert.deepEqual([instanceHours.instanceHours, models.length], [2019, 6]);
  });

  const codes: [string, string[], string, number][] = [
    ["within the limit", ["--max-instance-hours", "3"], "chain", 0],
    ["above it", ["--max-instance-hours", "2.9"], "chain", 2],
    ["a training", ["--fail-on", "train"], "chain", 2],
    ["no training", ["--fail-on", "train,delete"], "tags", 0],
    ["the old output of a retraining", ["--fail-on", "delete"], "chain", 2],
    ["a deleted model", ["--fail-on", "train", "--fail-on", "delete"], "delete", 2],
    ["a preview that failed", [], "refused", 0],
    ["a file that is not there", ["/nowhere.json"], "new", 1],
  ];
  for (const [what, args, name, code] of codes) {
    it(`ends with ${code} for ${what}`, () => {
      const { status, stderr } = run(args, recorded(name));
      assert.equal(status, code, stderr);
      assert.equal(stderr === "", code === 0);
    });
  }

  it("ends with 1 and a hint for what is no preview", () => {
    const { status, stderr } = run([], "error: no stack selected");
    assert.deepEqual(
      [status, stderr],
      [1, "cleanroomsml report: there is no JSON in it; give it the output of `pulumi preview --json`\n"],
    );
  });
});
