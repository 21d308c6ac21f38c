import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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
});
