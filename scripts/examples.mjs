/**
 * `node scripts/examples.mjs`: makes the examples of the schema in other languages from those in YAML, with Pulumi's own generators. It needs Go.
 * With `--check` it writes nothing, and fails when an example is not what the generators make. Those in Java are written by hand.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { endings, folder } from "./schema/examples.mjs";
import { generate } from "./schema/generators.mjs";
import { mended } from "./schema/mends.mjs";
import { checkout } from "./set-up/folders.mjs";
import { runScript, SetUpError, say } from "./set-up/say.mjs";

await runScript(async () => {
  const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
  const programs = JSON.parse(generate("programs", path.join(checkout, "plugin", "schema.json"), folder));
  const stale = [];
  for (const [name, texts] of Object.entries(programs)) {
    for (const [language, made] of Object.entries(texts)) {
      const file = path.join(folder, `${name}.${endings[language]}`);
      const text = mended(language, made);
      if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
      stale.push(path.basename(file));
      if (!check) writeFileSync(file, text);
    }
  }
  if (stale.length === 0) return 0;
  if (check) throw new SetUpError(`Not what the generators make: ${stale.join(", ")}. Run: node scripts/examples.mjs`);
  say(`Made anew: ${stale.join(", ")}. Now run: node scripts/schema.mjs`);
  return 0;
});
