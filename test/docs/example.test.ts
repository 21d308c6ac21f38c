import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout, file } from "./blocks";

describe("the tests that README.md shows", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), "readme-"));

  before(() => {
    const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
    mkdirSync(path.join(folder, "test"));
    for (const name of ["index.ts", "test/churn.test.ts", "test/mocks.test.ts"]) write(name, file(name));
    write("Pulumi.yaml", "name: churn\nruntime: nodejs\n");
    write("package.json", JSON.stringify({ name: "churn", main: "index.ts" }));
    const compilerOptions = { module: "node16", moduleResolution: "node16", target: "es2022", strict: true, skipLibCheck: true };
    write("tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, esModuleInterop: true } }));
    mkdirSync(path.join(folder, "node_modules", "@pulumi"), { recursive: true });
    symlinkSync(checkout, path.join(folder, "node_modules", "pulumi-cleanroomsml"));
    symlinkSync(path.join(checkout, "node_modules", "@pulumi", "pulumi"), path.join(folder, "node_modules", "@pulumi", "pulumi"));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("pass, against the program that it shows", async () => {
    const { code, output } = await run();
    assert.equal(code, 0, output);
    assert.match(output, /3 passing/);
  });

  function run(): Promise<{ code: number | null; output: string }> {
    const cli = process.env.CLEANROOMSML_PULUMI;
    assert.ok(cli, "run these tests through `npm test`: it finds or builds the Pulumi CLI");
    const modules = path.join(checkout, "node_modules");
    const args = [
      "--require",
      path.join(modules, "ts-node", "register", "transpile-only"),
      "--extension",
      "ts",
      "test/*.test.ts",
    ];
    const env = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name))),
      PATH: [path.dirname(cli), process.env.PATH].join(path.delimiter),
      PULUMI_HOME: path.join(folder, "home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    };
    const child = spawn(process.execPath, [path.join(modules, "mocha", "bin", "mocha.js"), ...args], { cwd: folder, env });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
  }
});
