import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { EngineRun } from "../../provider/core/run/engine-run";
import { checkout } from "../folders";

const text = readFileSync(path.join(checkout, "docs", "architecture.md"), "utf8");
const provider = path.join(checkout, "provider");

/** The files of the list, in their order. */
const files = [...text.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = ""]) => file);

/** What a file imports, calls by name, or loads later. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(provider, file), "utf8");
  const specifiers = [...source.matchAll(/(?:from|import\(|require\()\s*"(\.[^"]*)"/g)].map(([, specifier = ""]) => specifier);
  return specifiers.map((specifier) => path.posix.join(path.posix.dirname(file), specifier));
}

/** Where one file leads to another without an import: the state holds a name, and a client is chosen as a whole. */
const HANDED_ON: Record<string, string> = {
  "resources/shared/recorded-provider.ts": "host/index.ts",
  "aws/client/load.ts": "aws/client/trained-models/commands.ts",
};

describe("docs/architecture.md", () => {
  it("follows a create in at most 30 files, each of which is there", () => {
    assert.ok(files.length > 20 && files.length <= 30, String(files.length));
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(provider, file))),
      [],
    );
  });

  it("goes down only: each file is imported by one above it, or handed on", () => {
    const handedOn = Object.values(HANDED_ON);
    const lost = files.slice(1).filter((file, index) => {
      const above = files.slice(0, index + 1);
      const names = [file.replace(/\.ts$/, ""), file.replace(/\/index\.ts$/, "")];
      return !handedOn.includes(file) && !above.some((from) => importsOf(from).some((target) => names.includes(target)));
    });
    assert.deepEqual(lost, []);
    for (const [from, to] of Object.entries(HANDED_ON)) assert.ok(files.indexOf(from) < files.indexOf(to), `${from} → ${to}`);
  });

  it("tells everything that an EngineRun notes", () => {
    const notes = Object.getOwnPropertyNames(EngineRun.prototype).filter((name) => name.startsWith("note"));
    assert.ok(notes.length > 5);
    assert.deepEqual(
      notes.filter((name) => !text.includes(`\`${name}\``)),
      [],
    );
  });

  it("names only files that are there", () => {
    const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w-]+\.ts)`/g)].map(([, file = ""]) => file);
    assert.deepEqual(
      named.filter((file) => !existsSync(path.join(provider, file))),
      [],
    );
  });
});
