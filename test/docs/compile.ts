import path from "node:path";
import ts from "typescript";
import { checkout } from "./blocks";

/** A text that is compiled as a module of a user's program. */
export interface Source {
  /** Where its first line stands, less one: `docs/testing.md:21` is the line of the fence. */
  where: string;
  text: string;
  /** What it goes on from. */
  before?: string;
  /** Its file in the program, where others import it. */
  name?: string | undefined;
}

/** What the compiler says of modules that lie side by side in a user's program, each error with the page and line. */
export function errorsOf(sources: readonly Source[]): string[] {
  const folder = path.join(checkout, "test", "docs", "program");
  const files = new Map(
    sources.map((source, index) => [path.join(folder, source.name ?? `snippet-${index + 1}.ts`), source] as const),
  );
  const textOf = (name: string) => {
    const source = files.get(name);
    return source && (source.before ?? "") + source.text;
  };
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
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => textOf(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = textOf(name);
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version);
  };
  host.directoryExists = (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)) || ts.sys.directoryExists(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const source = file && files.get(file.fileName);
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    const place = source === undefined ? `${file?.fileName}:${line}` : placeOf(source, line);
    return `${place} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

function placeOf({ where, before = "" }: Source, line: number): string {
  const [, page = where, first = "0"] = /^(.*):(\d+)$/.exec(where) ?? [];
  return `${page}:${Number(first) + line - (before.split("\n").length - 1)}`;
}
