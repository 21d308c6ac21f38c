/**
 * `node scripts/schema.mjs`: writes plugin/schema.json, Pulumi's schema of the package, from the documented inputs and outputs. With `--check` it
 * writes nothing, and fails when the file is not what the source says.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { schemaText } from "./schema/package.mjs";
import { checkout } from "./set-up/folders.mjs";
import { runScript, SetUpError, say } from "./set-up/say.mjs";

const PLACE = "plugin/schema.json";

await runScript(async () => {
  const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
  const file = path.join(checkout, PLACE);
  const wanted = schemaText();
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return 0;
  if (check) throw new SetUpError(`${PLACE} is not what the source says. Run: node scripts/schema.mjs`);
  writeFileSync(file, wanted);
  say(`Made anew: ${PLACE}.`);
  return 0;
});
