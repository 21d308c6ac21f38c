import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { exports as entries } from "../../package.json";
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

describe("the types in the package", () => {
  it("are whole: no declaration names one that is left out", () => {
    const packed = packedFiles();
    const { found, lost } = reached(packed);
    assert.deepEqual(lost, []);
    assert.ok(found.size > 20 && found.has("dist/emulator/index.d.ts") && found.has("dist/host/index.d.ts"));
    assert.ok(!packed.has("dist/core/job/kind.d.ts"));
  }).timeout(60_000);
});
