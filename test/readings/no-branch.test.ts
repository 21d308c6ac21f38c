import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readings } from "../../provider/emulator";

const provider = path.resolve(__dirname, "../../provider");

describe("the provider's text", () => {
  it("names no reading: what AWS leaves open is no switch", () => {
    // As a member or a text: some names are words of every day, and locals may bear them.
    const name = new RegExp(`[.'"\`](${Object.keys(readings).join("|")})\\b|\\b[rR]eadings?\\b|/emulator`);
    const files = ["host", "trained-model", "aws", "resources", "service"].flatMap((folder) =>
      readdirSync(path.join(provider, folder)).map((file) => path.join(provider, folder, file)),
    );
    assert.ok(files.length > 60, `${files.length} files`);
    for (const file of files.filter((one) => one.endsWith(".ts"))) {
      const found = readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => name.test(line));
      assert.deepEqual(found, [], file);
    }
  });
});
