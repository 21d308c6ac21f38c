import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout } from "../folders";

/** Pulumi's own generators, over the schema as it is: `npm run test:languages`. They need Go and its modules. */
const MODULE = "github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go";
const examples = path.join(checkout, "scripts", "schema", "examples");

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${error?.message ?? ""}${stdout}${stderr}`);
  return stdout;
}

describe("Pulumi's generators", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-sdk-"));
  const sdk = (language: string) => path.join(folder, language);
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(() => {
    const generators = path.join(checkout, "scripts", "schema", "generators");
    run(generators, "go", "build", "-o", path.join(folder, "generators"), ".");
    for (const language of ["nodejs", "python", "go", "dotnet"])
      run(folder, "./generators", "sdk", path.join(checkout, "plugin", "schema.json"), language, sdk(language));
  });

  it("make the examples that the schema shows", () => {
    run(checkout, process.execPath, "scripts/examples.mjs", "--check");
  });

  it("make an SDK of each language", () => {
    for (const file of [
      "nodejs/trainedModel.ts",
      "python/pulumi_cleanroomsml/trained_model.py",
      "go/cleanroomsml/trainedModel.go",
      "dotnet/TrainedModel.cs",
    ])
      assert.ok(existsSync(path.join(folder, file)), file);
  });

  it("make an SDK in Go with which the examples compile", () => {
    const program = path.join(folder, "program");
    mkdirSync(program);
    const replace = `replace ${MODULE} => ${sdk("go")}`;
    writeFileSync(
      path.join(program, "go.mod"),
      `module program\n\ngo 1.24\n\nrequire ${MODULE} v0.0.0\n\nrequire github.com/pulumi/pulumi/sdk/v3 v3.206.0\n\n${replace}\n`,
    );
    for (const example of readdirSync(examples).filter((file) => file.endsWith(".go"))) {
      cpSync(path.join(examples, example), path.join(program, "main.go"));
      run(program, "go", "mod", "tidy");
      run(program, "go", "vet", ".");
    }
  });

  it("make an SDK in TypeScript that compiles", () => {
    symlinkSync(path.join(checkout, "node_modules"), path.join(sdk("nodejs"), "node_modules"));
    const compiler = path.join(checkout, "node_modules", "typescript", "bin", "tsc");
    run(sdk("nodejs"), process.execPath, compiler, "-p", ".", "--noEmit", "--skipLibCheck");
  });

  it("make an SDK in Python that compiles, and so do the examples", () => {
    run(folder, "python3", "-m", "compileall", "-q", sdk("python"));
    cpSync(examples, path.join(folder, "examples"), { recursive: true });
    run(folder, "python3", "-m", "compileall", "-q", path.join(folder, "examples"));
  });
});
