import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readings } from "../../provider/emulator";
import { checkout } from "../folders";

const provider = path.join(checkout, "provider");

/** Who may know readings: the service that gives them, and the command that starts it. */
const KNOWING = ["emulator", "cli"];

/** The lines in a folder, at any depth, that name a reading: as a member or a text, as some are words of every day that locals may bear. */
function namingLines(folder: string): string[] {
  const name = new RegExp(`[.'"\`](${Object.keys(readings).join("|")})\\b|\\b[rR]eadings?\\b|/emulator`);
  return sources(folder).flatMap((file) =>
    readFileSync(path.join(folder, file), "utf8")
      .split("\n")
      .filter((line) => name.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

function sources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"));
  return files.filter((file) => file.endsWith(".ts") && !KNOWING.includes(file.split("/")[0] ?? ""));
}

describe("the provider's text", () => {
  it("names no reading: what AWS leaves open is no switch", () => {
    assert.deepEqual(namingLines(provider), []);
  });

  it("is read whole: a name that is planted in any of its folders is found", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "no-branch-"));
    const [reading = ""] = Object.keys(readings);
    const planted = [`if (service.${reading} === "absent") train();`, 'import { readings } from "../../emulator";'];
    try {
      const places = new Set(sources(provider).map((file) => path.dirname(file)));
      assert.ok(
        ["core/job", "kinds/trained-model", "handlers", "host", "aws/client", "resources/shared"].every((place) =>
          places.has(place),
        ),
      );
      for (const place of [...places, "core/deeper/still"]) {
        mkdirSync(path.join(folder, place), { recursive: true });
        writeFileSync(path.join(folder, place, "planted.ts"), planted.join("\n"));
        assert.deepEqual(
          namingLines(folder),
          planted.map((line) => `${path.posix.join(place, "planted.ts")}: ${line}`),
        );
        rmSync(path.join(folder, place, "planted.ts"));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
