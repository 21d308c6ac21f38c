import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { checkout } from "../folders";

const program = path.join(__dirname, "program", "index.ts");

interface Setup {
  compiler: "typescript" | "typescript-6" | "typescript-7";
  module: string;
  moduleResolution: string;
  /** As in package.json. */
  type: "commonjs" | "module";
  more?: ts.CompilerOptions | { ignoreDeprecations: string };
}

/** Each compiler, each way to find a module, with and without what is optional: not each with each. */
const setups: Setup[] = [
  {
    compiler: "typescript",
    module: "node16",
    moduleResolution: "node16",
    type: "commonjs",
    more: { exactOptionalPropertyTypes: true, skipLibCheck: false },
  },
  { compiler: "typescript", module: "commonjs", moduleResolution: "node10", type: "commonjs" },
  {
    compiler: "typescript-6",
    module: "nodenext",
    moduleResolution: "nodenext",
    type: "module",
    more: { exactOptionalPropertyTypes: true, verbatimModuleSyntax: true },
  },
  {
    compiler: "typescript-6",
    module: "commonjs",
    moduleResolution: "node10",
    type: "commonjs",
    more: { ignoreDeprecations: "6.0" },
  },
  { compiler: "typescript-7", module: "esnext", moduleResolution: "bundler", type: "module", more: { skipLibCheck: false } },
  {
    compiler: "typescript-7",
    module: "nodenext",
    moduleResolution: "nodenext",
    type: "commonjs",
    more: { exactOptionalPropertyTypes: true },
  },
  { compiler: "typescript-7", module: "node16", moduleResolution: "node16", type: "module" },
];

describe("the types of the package, as a program sees them", function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-types-"));
    copyFileSync(program, path.join(folder, "index.ts"));
    const modules = path.join(folder, "node_modules");
    for (const name of ["@pulumi/pulumi", "@types/node"]) {
      mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
      symlinkSync(path.join(checkout, "node_modules", name), path.join(modules, name));
    }
    symlinkSync(checkout, path.join(modules, "pulumi-cleanroomsml"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const options = ({ module, moduleResolution, more }: Omit<Setup, "compiler">) => ({
    target: "es2022",
    module,
    moduleResolution,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
    ...more,
  });

  for (const { compiler, ...setup } of setups) {
    const named = Object.entries(setup.more ?? {}).map(([key, value]) => `${key} ${value}`);
    it(`compile under ${compiler}: ${[setup.moduleResolution, setup.type, ...named].join(", ")}`, async () => {
      writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "program", type: setup.type }));
      writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options(setup), files: ["index.ts"] }));
      const tsc = path.join(checkout, "node_modules", compiler, "bin", "tsc");
      const said = await promisify(execFile)(process.execPath, [tsc, "-p", folder, "--pretty", "false"]).catch((error) => error);
      assert.equal(said.stdout, "");
    });
  }

  it("complete an instance type in an editor", () => {
    const file = path.join(folder, "edited.ts");
    const text =
      'import type { ResourceConfigArgs } from "pulumi-cleanroomsml";\nconst c: ResourceConfigArgs = { instanceType: "ml." };\n';
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => ({
        module: ts.ModuleKind.Node16,
        moduleResolution: ts.ModuleResolutionKind.Node16,
        types: [],
      }),
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (name) => {
        const found = name === file ? text : ts.sys.readFile(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      directoryExists: ts.sys.directoryExists,
      readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
    };
    const service = ts.createLanguageService(host);
    const entries = service.getCompletionsAtPosition(file, text.indexOf("ml.") + 3, undefined)?.entries ?? [];
    assert.equal(entries.filter(({ name }) => name.startsWith("ml.")).length, 133);
  });
});
