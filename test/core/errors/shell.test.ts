import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { cancelCommand, connectionFlags, taintCommand } from "../../../provider/core/errors/commands";
import { quoted, shellOf } from "../../../provider/core/errors/shell";

const urn = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob::it's";

describe("an argument in a command of a message", () => {
  const handedOn = (texts: readonly string[], shell = "sh") =>
    execFileSync(shell, ["-c", `printf '%s\\0' ${texts.map((text) => quoted(text, "posix")).join(" ")}`], { encoding: "utf8" });

  it("is what a POSIX shell hands on", () => {
    const odd = [
      "it's",
      "'",
      "''",
      "$HOME",
      "`id`",
      "$(id)",
      "a b",
      "\\",
      "\\'",
      '"',
      "!x",
      "*",
      "~",
      "#",
      "é🎉",
      "a\nb",
      "-x",
      "",
    ];
    assert.equal(handedOn(odd), odd.map((text) => `${text}\0`).join(""));
    const argument = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    const aimed = fc.string({ unit: fc.constantFrom(..."'\"\\$`! \n*#~;&|<>()é") });
    fc.assert(
      fc.property(fc.array(fc.oneof(argument, aimed), { minLength: 1, maxLength: 200 }), (texts) => {
        assert.equal(handedOn(texts), texts.map((text) => `${text}\0`).join(""));
      }),
      { numRuns: 30 },
    );
  });

  const windows: [text: string, cmd: string, powershell: string][] = [
    ["plain", '"plain"', "'plain'"],
    ["a b", '"a b"', "'a b'"],
    ["it's", '"it\'s"', "'it''s'"],
    ["it\u2019s", '"it\u2019s"', "'it\u2019\u2019s'"],
    ['say "x"', '"say \\"x\\""', "'say \"x\"'"],
    ["C:\\dir\\", '"C:\\dir\\\\"', "'C:\\dir\\'"],
    ['\\"', '"\\\\\\""', "'\\\"'"],
    ["$x & `y`", '"$x & `y`"', "'$x & `y`'"],
    ["", '""', "''"],
  ];
  for (const [text, cmd, powershell] of windows) {
    it(`has the form of cmd.exe and of PowerShell: ${JSON.stringify(text)}`, () => {
      assert.deepEqual([quoted(text, "cmd"), quoted(text, "powershell")], [cmd, powershell]);
      assert.equal(taken(quoted(text, "cmd")), text);
    });
  }

  it("comes through the C runtime's rules as it was, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\\\"' a") }), (text) => assert.equal(taken(quoted(text, "cmd")), text)),
    );
  });
});

/** How a program of Microsoft's C runtime takes a quoted argument apart. */
function taken(argument: string): string {
  const inner = /^"(.*)"$/s.exec(argument)?.[1] ?? assert.fail(argument);
  let out = "";
  for (let at = 0; at < inner.length; ) {
    const slashes = /^\\*/.exec(inner.slice(at))?.[0].length ?? 0;
    at += slashes;
    const isBeforeQuote = inner[at] === '"' || at === inner.length;
    out += "\\".repeat(isBeforeQuote ? Math.floor(slashes / 2) : slashes);
    if (inner[at] === '"' && slashes % 2 === 0) assert.fail(`the argument ends early: ${argument}`);
    out += inner[at] ?? "";
    at++;
  }
  return out;
}

describe("the shell of the user", () => {
  const machine = "C:\\Program Files\\WindowsPowerShell\\Modules;C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\Modules";
  const cases: [platform: string, env: Record<string, string>, shell: string][] = [
    ["linux", {}, "posix"],
    ["darwin", { PSModulePath: `a;b;c` }, "posix"],
    ["win32", {}, "cmd"],
    ["win32", { PSModulePath: machine }, "cmd"],
    ["win32", { PSModulePath: `${machine};` }, "cmd"],
    ["win32", { PSModulePath: `C:\\Users\\me\\Documents\\WindowsPowerShell\\Modules;${machine}` }, "powershell"],
    ["win32", { PSModulePath: `a;${machine}`, MSYSTEM: "MINGW64" }, "posix"],
  ];
  for (const [platform, env, shell] of cases) {
    it(`is ${shell} on ${platform} with ${JSON.stringify(env)}`, () => assert.equal(shellOf(platform, env), shell));
  }
});

describe("the commands of messages", () => {
  it("name a URN in quotes, as it holds a $", () => {
    assert.equal(taintCommand("urn:a$b", "posix"), "pulumi state taint --yes 'urn:a$b'");
    assert.equal(taintCommand(urn, "posix").endsWith("::it'\\''s'"), true);
    assert.equal(taintCommand("urn:a$b", "cmd"), 'pulumi state taint --yes "urn:a$b"');
  });
  it("lead to the service that was asked", () => {
    const flags = connectionFlags({ profile: "o'neill", endpoint: "http://127.0.0.1:1", roles: ["arn:1", "arn:2"] });
    assert.equal(
      cancelCommand("ARN#1", flags, "powershell"),
      "npx cleanroomsml cancel 'ARN#1' --profile 'o''neill' --endpoint 'http://127.0.0.1:1' --role 'arn:1' --role 'arn:2'",
    );
    assert.equal(cancelCommand("ARN", connectionFlags({ roles: [] }), "posix"), "npx cleanroomsml cancel 'ARN'");
  });
});
