import assert from "node:assert/strict";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

describe("the stamp of the compiled package", () => {
  let library: typeof import("../../scripts/set-up/library.mjs");
  let place: string;
  let stamp: string;
  const file = (name: string) => path.join(place, name);
  before(async () => {
    library = await import("../../scripts/set-up/library.mjs");
  });
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), "set-up-"));
    mkdirSync(file("provider"));
    writeFileSync(file("provider/index.ts"), "export {};");
    stamp = library.sourcesStamp(place);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("stays when a source is only touched, or something else changes", () => {
    utimesSync(file("provider/index.ts"), new Date(0), new Date(0));
    writeFileSync(file("README.md"), "words");
    assert.equal(library.sourcesStamp(place), stamp);
  });

  it("changes with a source, with a new one and with the compiler's options", () => {
    const changes: [string, string][] = [
      ["provider/index.ts", "export const a = 1;"],
      ["provider/more.ts", "export {};"],
      ["tsconfig.json", "{}"],
    ];
    const stamps = changes.map(([name, text]) => {
      writeFileSync(file(name), text);
      return library.sourcesStamp(place);
    });
    assert.equal(new Set([stamp, ...stamps]).size, changes.length + 1);
  });

  it("changes when a file gets another name", () => {
    rmSync(file("provider/index.ts"));
    writeFileSync(file("provider/other.ts"), "export {};");
    assert.notEqual(library.sourcesStamp(place), stamp);
  });

  it("is written anew: a copy of node_modules that shares its file has a dist/ of its own", async () => {
    const modules = path.resolve(__dirname, "../../node_modules");
    mkdirSync(file("node_modules"));
    symlinkSync(path.join(modules, "typescript"), file("node_modules/typescript"));
    mkdirSync(file("provider/host"));
    writeFileSync(file("provider/host/index.ts"), 'export * from "../values";');
    writeFileSync(file("provider/values.ts"), "/** One. */\nexport const one = 1;");
    const compilerOptions = { types: [], rootDir: "provider", module: "commonjs" };
    writeFileSync(file("tsconfig.build.json"), JSON.stringify({ compilerOptions, include: ["provider"] }));
    writeFileSync(file("node_modules/.cleanroomsml-build"), "of the copy");
    linkSync(file("node_modules/.cleanroomsml-build"), file("copy"));
    await library.buildLibrary(place);
    assert.equal(readFileSync(file("copy"), "utf8"), "of the copy");
    assert.equal(readFileSync(file("node_modules/.cleanroomsml-build"), "utf8"), library.sourcesStamp(place));
    assert.ok(existsSync(file("dist/index.js")));
    // The host is one file, and works without the others.
    rmSync(file("dist/values.js"));
    assert.equal(require(file("dist/host/index.js")).one, 1);
  });
});
