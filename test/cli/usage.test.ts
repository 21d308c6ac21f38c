import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";
import { startEmulator } from "../../provider/emulator";
import { membershipIdentifier } from "../core/fakes";
import { run } from "./run";

const COMMANDS = ["emulator", "orphans", "report", "cancel"];
const arn = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}/trained-model/0a1b2c3d`;
/** No setting of this machine's. */
const blank = {
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_PROFILE: undefined,
  AWS_CONFIG_FILE: "/nowhere",
  AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
};

describe("a command line that cannot be", function () {
  this.timeout(30_000);
  const wrong: [args: string[], message: string | RegExp][] = [
    [[], "cleanroomsml: a command is missing; --help says more\n"],
    [["toString"], 'cleanroomsml: there is no command "toString"; --help says more\n'],
    [["--what"], 'cleanroomsml: there is no command "--what"; --help says more\n'],
    ...COMMANDS.map((name): [string[], RegExp] => [[name, "--what"], /^cleanroomsml \w+: Unknown option '--what'/]),
    [["emulator", "--port"], /--port <value>' argument missing/],
    [["report", "a", "b"], /one file/],
    [["report", "--fail-on", "pay"], /--fail-on is train or delete, not pay/],
    [["report", "--max-instance-hours", "ten"], /--max-instance-hours is a number, not ten/],
    [["orphans"], "cleanroomsml orphans: MEMBERSHIP is missing; --help says more\n"],
    [["orphans", "a", "b"], /one MEMBERSHIP, not 2/],
    [["orphans", "my-membership"], /MEMBERSHIP is the id of a membership, such as 0a1b2c3d-/],
    [["orphans", arn], /MEMBERSHIP is the id of a membership/],
    [["cancel"], "cleanroomsml cancel: ARN is missing; --help says more\n"],
    [["cancel", "churn"], /"churn" is no trained model: give its ARN, followed by #VERSION for a later version/],
    [["cancel", `${arn}#1`], /is no trained model/],
  ];
  for (const [args, message] of wrong) {
    it(`ends with 64 for ${["cleanroomsml", ...args].join(" ").replace(arn, "ARN")}`, () => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [64, ""], stderr);
      if (typeof message === "string") assert.equal(stderr, message);
      else assert.match(stderr, message);
      assert.match(stderr, /^[^\n]+; --help says more\n$/);
    });
  }
});

describe("what a command says of itself", () => {
  it("is its help, for each one and for all", () => {
    for (const args of [
      ["--help"],
      ["-h"],
      ["help"],
      ...COMMANDS.flatMap((name) => [
        [name, "--help"],
        [name, "--what", "-h"],
      ]),
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stderr], [0, ""], args.join(" "));
      assert.match(stdout, /^usage: /, args.join(" "));
    }
  });
  it("is the version of the package", () => {
    for (const flag of ["--version", "-v"]) assert.equal(run([flag]).stdout, `${manifest.version}\n`);
  });
});

describe("a command that fails", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cli-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const failing: [what: string, args: () => string[], env: object, lines: (string | RegExp)[]][] = [
    [
      "a file that is not there",
      () => ["report", "/nowhere.json"],
      {},
      ["cleanroomsml report: cannot read /nowhere.json: there is no such file or folder"],
    ],
    ["a folder for a file", () => ["report", folder], {}, [/^cleanroomsml report: cannot read \S+: it is a folder$/]],
    [
      "a state in a folder that is not there",
      () => ["emulator", "--data", "/nowhere/state.json"],
      {},
      ["cleanroomsml emulator: cannot keep the state in /nowhere/state.json: there is no such file or folder"],
    ],
    [
      "a state that is a folder",
      () => ["emulator", "--data", folder],
      {},
      [/^cleanroomsml emulator: cannot keep the state in \S+: it is a folder$/],
    ],
    ...(["orphans", "cancel"] as const).flatMap((name): typeof failing => {
      const operation = name === "orphans" ? "ListTrainedModels" : "GetTrainedModel";
      const args = () => [name, name === "orphans" ? membershipIdentifier : arn];
      return [
        [
          `a service that cannot be reached (${name})`,
          () => [...args(), "--endpoint", "http://127.0.0.1:9", "--region", "us-east-1"],
          {},
          [
            `cleanroomsml ${name}: ${operation} at http://127.0.0.1:9 failed: Clean Rooms ML cannot be reached at http://127.0.0.1:9 (ECONNREFUSED)`,
            "check `--endpoint`, AWS_ENDPOINT_URL_CLEANROOMSML and the region: the service must be offered there",
          ],
        ],
        [
          `no credentials (${name})`,
          () => [...args(), "--region", "us-east-1"],
          { AWS_ACCESS_KEY_ID: undefined },
          [
            /credentials/i,
            "check `--profile`, AWS_PROFILE, AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY; log in again if they expired",
          ],
        ],
      ];
    }),
    [
      "no region",
      () => ["orphans", membershipIdentifier],
      {},
      [
        "cleanroomsml orphans: ListTrainedModels failed: no region is set (NoRegionError)",
        "set `--region`, AWS_REGION, or a profile that has one",
      ],
    ],
  ];
  for (const [what, args, env, expected] of failing) {
    it(`ends with 1 and says it in words: ${what}`, () => {
      const { status, stdout, stderr } = run(args(), "", { ...blank, ...env });
      assert.deepEqual([status, stdout], [1, ""], stderr);
      const lines = stderr.trimEnd().split("\n");
      assert.equal(lines.length, expected.length, stderr);
      for (const [index, line] of expected.entries()) {
        if (typeof line === "string") assert.equal(lines[index], line);
        else assert.match(lines[index] ?? "", line);
      }
      assert.doesNotMatch(stderr, /cleanroomsml:\w|aws:\w|\.js:\d/);
    });
  }

  it("of a port in use", async () => {
    const service = await startEmulator();
    const { status, stderr } = run(["emulator", "--port", String(service.port)]);
    await service.close();
    assert.deepEqual(
      [status, stderr],
      [1, `cleanroomsml emulator: cannot listen on port ${service.port} of 127.0.0.1: it is in use\n`],
    );
  });
});
