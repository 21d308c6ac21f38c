import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { scripts } from "../../package.json";

const checkout = path.resolve(__dirname, "../..");
const text = readFileSync(path.join(checkout, "CONTRIBUTING.md"), "utf8");
const map = text.split("## The map")[1]?.split("```")[1] ?? "";

/** What an entry of the map holds: the names below `folder/`, one level deeper. */
function named(folder: string): string[] {
  const lines = map.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`${folder}/`)) + 1;
  const below = lines.slice(from).findIndex((line) => !line.startsWith(" "));
  return lines.slice(from, below < 0 ? undefined : from + below).map((line) => line.trim().split(/\s/)[0] ?? "");
}

function foldersOf(folder: string): string[] {
  const entries = readdirSync(path.join(checkout, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`);
}

describe("CONTRIBUTING", () => {
  it("maps every folder of provider/, and no other", () => {
    assert.deepEqual(named("provider").sort(), ["index.ts", ...foldersOf("provider")].sort());
  });

  it("maps every folder of test/ that is none of provider/, and no other", () => {
    const own = foldersOf("test").filter((folder) => !foldersOf("provider").includes(folder));
    assert.deepEqual(named("test").sort(), own.sort());
  });

  it("names every command, and none besides", () => {
    const commands = [...text.matchAll(/`npm (?:run )?([a-z:]+)/g)].map(([, name = ""]) => name);
    const unnamed = ["build", "prepack"];
    assert.deepEqual(new Set([...commands, ...unnamed]), new Set(Object.keys(scripts)));
  });

  it("names only files that are there", () => {
    const files = ["provider", "test", "scripts"].flatMap((folder) =>
      readdirSync(path.join(checkout, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        `/${folder}/${file}`.replaceAll(path.sep, "/"),
      ),
    );
    const mentioned = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs|cjs))`/g)].map(([, file]) => file);
    assert.ok(mentioned.length > 20);
    for (const file of mentioned)
      assert.ok(
        files.some((known) => known.endsWith(`/${file}`)),
        file,
      );
  });
});
