import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { bin, exports as entries } from "../../package.json";
import { checkout } from "../folders";

/** What npm would publish. */
function packedFiles(): Set<string> {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: checkout, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(stdout);
  return new Set(files.map((file) => file.path));
}

/** The declarations that those of an entry lead to, and what they name that is not packed. */
function reached(packed: ReadonlySet<string>): { found: Set<string>; lost: string[] } {
  const found = new Set<string>();
  const lost: string[] = [];
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(path.join(checkout, file), "utf8");
    for (const [, specifier = ""] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      const declaration = [`${target}.d.ts`, `${target}/index.d.ts`].find((name) => packed.has(name));
      if (declaration === undefined) lost.push(`${file}: ${specifier}`);
      else visit(declaration);
    }
  };
  for (const entry of Object.values(entries)) if (typeof entry !== "string") visit(entry.types.replace("./", ""));
  return { found, lost };
}

/** The modules that an entry loads, and what they name that is not packed. */
function loaded(packed: ReadonlySet<string>, entry: string): { found: Set<string>; lost: string[] } {
  const found = new Set<string>();
  const lost: string[] = [];
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (file.endsWith(".json")) return;
    for (const [, specifier = ""] of readFileSync(path.join(checkout, file), "utf8").matchAll(/require\("(\.[^"]+)"\)/g)) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      const module = [target, `${target}.js`, `${target}/index.js`].find((name) => packed.has(name));
      if (module === undefined) lost.push(`${file}: ${specifier}`);
      else visit(module);
    }
  };
  visit(entry.replace("./", ""));
  return { found, lost };
}

describe("the code in the package", () => {
  it("is whole: no module that an entry, the command or the plugin loads is left out", () => {
    const packed = packedFiles();
    const starts = Object.values(entries).map((entry) => (typeof entry === "string" ? entry : entry.default));
    const all = [...starts, bin.cleanroomsml, "plugin/pulumi-resource-cleanroomsml"].map((start) => loaded(packed, start));
    assert.deepEqual(
      all.flatMap(({ lost }) => lost),
      [],
    );
    assert.ok(all.some(({ found }) => found.has("dist/cli/cancel.js")));
    for (const file of ["plugin/package.json", "plugin/PulumiPlugin.yaml"]) assert.ok(packed.has(file));
  }).timeout(60_000);
});

describe("the types in the package", () => {
  it("are whole: no declaration names one that is left out", () => {
    const packed = packedFiles();
    const { found, lost } = reached(packed);
    assert.deepEqual(lost, []);
    assert.ok(found.size > 20 && found.has("dist/emulator/index.d.ts") && found.has("dist/host/index.d.ts"));
    assert.ok(!packed.has("dist/core/job/kind.d.ts"));
  }).timeout(60_000);
});
