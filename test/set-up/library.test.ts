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

  /** A package of a few modules, which the compiler of this checkout can build. */
  function write(sources: Record<string, string>) {
    mkdirSync(file("node_modules"));
    symlinkSync(path.resolve(__dirname, "../../node_modules/typescript"), file("node_modules/typescript"));
    const compilerOptions = { types: [], rootDir: "provider", module: "commonjs" };
    writeFileSync(file("tsconfig.build.json"), JSON.stringify({ compilerOptions, include: ["provider"] }));
    for (const [name, text] of Object.entries(sources)) {
      mkdirSync(path.dirname(file(`provider/${name}`)), { recursive: true });
      writeFileSync(file(`provider/${name}`), text);
    }
  }

  it("is written anew: a copy of node_modules that shares its file has a dist/ of its own", async () => {
    write({ "host/index.ts": 'export * from "../values";', "values.ts": "/** One. */\nexport const one = 1;" });
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

  it("has what both hosts load in one file, and the rest in each", async () => {
    write({
      "host/index.ts": 'export * from "../shared"; export const host = "host";',
      "plugin/index.ts": 'export * from "../shared"; export { own } from "./own";',
      "plugin/own.ts": 'import { list } from "../shared"; export const own = list;',
      "shared.ts": 'export const list: string[] = ["of both"];',
    });
    await library.buildLibrary(place);
    for (const name of ["shared.js", "plugin/own.js"]) rmSync(file(`dist/${name}`));
    const host = require(file("dist/host/index.js"));
    const plugin = require(file("dist/plugin/index.js"));
    assert.deepEqual([host.host, host.list, plugin.own], ["host", ["of both"], ["of both"]]);
    // The same module, once for a process.
    assert.equal(plugin.list, plugin.own);
    assert.ok(!readFileSync(file("dist/host/index.js"), "utf8").includes("of both"));
    assert.ok(!readFileSync(file("dist/hosts.js"), "utf8").includes("own"));
  });
});
