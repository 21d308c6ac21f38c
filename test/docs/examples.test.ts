import assert from "node:assert/strict";
import path from "node:path";
import ts from "typescript";
import { checkout } from "./blocks";
import { errorsOf, type Source } from "./compile";

/** What a program imports. */
const entries = ["provider/index.ts", "provider/emulator/index.ts"].map((file) => path.join(checkout, file));

interface Declared {
  name: string;
  /** Whether it has to have an example: classes, what they have of static methods, and functions. */
  isCode: boolean;
  node: ts.Node;
}

describe("the @example of the public API", () => {
  const declared = publicDeclarations();

  it("is there for every class and function", () => {
    const code = declared.filter(({ isCode }) => isCode);
    assert.deepEqual(code.map(({ name }) => name).sort(), [
      "Faults",
      "MlConfiguration",
      "MlConfiguration.get",
      "Provider",
      "TrainedModel",
      "TrainedModel.get",
      "TrainingJob",
      "TrainingJob.get",
      "TrainingWaiter",
      "resolveReadings",
      "startEmulator",
    ]);
    const without = code.filter(({ node }) => examplesOf(node).length === 0);
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    );
  });

  it("compiles as it stands, with the imports that it shows", function () {
    this.timeout(60_000);
    const sources = declared.flatMap(({ node }) => examplesOf(node));
    assert.ok(sources.length >= 9);
    assert.deepEqual(errorsOf(sources), []);
    for (const { text, where } of sources) assert.match(text, /^import .* from "pulumi-cleanroomsml(\/emulator)?";$/m, where);
  });
});

function publicDeclarations(): Declared[] {
  const program = ts.createProgram(entries, { module: ts.ModuleKind.Node16, skipLibCheck: true, noEmit: true });
  const checker = program.getTypeChecker();
  return entries.flatMap((entry) => {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    assert.ok(module, entry);
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return (target.declarations ?? []).flatMap((node) => [
        { name: symbol.name, isCode: ts.isClassDeclaration(node) || ts.isFunctionDeclaration(node), node },
        ...staticMethods(node).map((method) => ({ name: `${symbol.name}.${method.name.getText()}`, isCode: true, node: method })),
      ]);
    });
  });
}

function staticMethods(node: ts.Node): ts.MethodDeclaration[] {
  if (!ts.isClassDeclaration(node)) return [];
  return node.members
    .filter(ts.isMethodDeclaration)
    .filter((method) => method.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword));
}

/** The code of its `@example` tags, without the fences. */
function examplesOf(node: ts.Node): Source[] {
  return ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === "example")
    .map((tag) => {
      const file = tag.getSourceFile();
      const where = `${path.relative(checkout, file.fileName)}:${file.getLineAndCharacterOfPosition(tag.getStart()).line + 2}`;
      const fenced = /^```typescript\n(.*)\n```$/s.exec(ts.getTextOfJSDocComment(tag.comment)?.trim() ?? "");
      assert.ok(fenced, `${where}: an example is one block of typescript`);
      return { where, text: `${fenced[1]}\n` };
    });
}
