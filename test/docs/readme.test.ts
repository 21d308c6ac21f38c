import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { operations } from "../../provider/service/model";
import { blocks, checkout, file, readme } from "./blocks";

/** What the snippets of README.md go on from: the program at its top. */
const PREAMBLE = `import { TrainedModel as Model, type TrainedModelArgs } from "pulumi-cleanroomsml";
declare const TrainedModel: typeof Model;
declare const membership: string;
declare const inputs: TrainedModelArgs;
declare const churn: Model;
`;

describe("README.md", () => {
  it("has TypeScript that compiles", function () {
    this.timeout(60_000);
    assert.deepEqual(errorsOf(blocks("typescript").map((text) => (isFile(text) ? text : PREAMBLE + text))), []);
  });

  it("shows a program of at most 15 lines", () => {
    assert.ok(file("index.ts").trimEnd().split("\n").length - 1 <= 15);
  });

  it("shows the files of examples/testing as they are", () => {
    const shown = blocks("typescript").flatMap((text) => nameOfFile(text) ?? []);
    assert.deepEqual(shown, ["index.ts", "test/churn.test.ts", "test/mocks.test.ts"]);
    for (const name of shown)
      assert.equal(readFileSync(path.join(checkout, "examples", "testing", name), "utf8"), file(name), name);
  });

  it("allows just the actions that are called", () => {
    const policies = blocks("json").map((text) => JSON.parse(text) as { Statement: { Action: string | string[] }[] });
    const actions = policies.map(({ Statement }) => Statement.flatMap(({ Action }) => Action).sort());
    const all = Object.keys(operations).map((name) => `cleanrooms-ml:${name}`);
    const reads = all.filter((action) => /:(Get|List)/.test(action));
    assert.deepEqual(actions, [[...reads, "cleanrooms:PassMembership"].sort(), [...all, "cleanrooms:PassMembership"].sort()]);
  });

  it("links to headings and files that are there", () => {
    const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(
      ([, text = ""]) =>
        `#${text
          .toLowerCase()
          .replace(/[^\w -]/g, "")
          .replaceAll(" ", "-")}`,
    );
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !link.startsWith("http"));
    const dead = links.filter((link) =>
      link.startsWith("#") ? !headings.includes(link) : !existsSync(path.join(checkout, link)),
    );
    assert.deepEqual(dead, []);
    assert.ok(links.length > 20);
  });
});

const nameOfFile = (text: string) => /^\/\/ ([\w/.]+\.ts)\n/.exec(text)?.[1];
const isFile = (text: string) => nameOfFile(text) !== undefined;

/** What the compiler says of modules that lie side by side in a program of a user's; a file of the README's keeps its name. */
function errorsOf(texts: string[]): string[] {
  const folder = path.join(checkout, "test", "docs", "readme");
  const nameOf = (text: string, index: number) => nameOfFile(text) ?? `snippet-${index + 1}.ts`;
  const sources = new Map(texts.map((text, index) => [path.join(folder, nameOf(text, index)), text]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node", "mocha"],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = sources.get(name);
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version);
  };
  host.directoryExists = (name) =>
    [...sources.keys()].some((source) => source.startsWith(`${name}/`)) || ts.sys.directoryExists(name);
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file: source, start = 0, messageText }) => {
    const where =
      source === undefined ? "" : `${path.basename(source.fileName)}:${source.getLineAndCharacterOfPosition(start).line + 1} `;
    return `${where}${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
