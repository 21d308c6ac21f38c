/**
 * `node scripts/reference.mjs`: writes the tables of README.md and docs/ that are made from the source. With `--check` it writes nothing, and
 * fails when a table is not what the source says.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { withPart } from "./reference/marks.mjs";
import { allParts } from "./reference/parts.mjs";
import { checkout } from "./set-up/folders.mjs";
import { runScript, SetUpError, say } from "./set-up/say.mjs";

await runScript(async () => {
  const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
  const stale = [];
  for (const [page, parts] of Object.entries(allParts())) {
    const file = path.join(checkout, page);
    const recorded = readFileSync(file, "utf8");
    const wanted = Object.entries(parts).reduce((text, [name, part]) => withPart(page, text, name, part), recorded);
    if (recorded === wanted) continue;
    const names = Object.entries(parts).filter(([name, part]) => withPart(page, recorded, name, part) !== recorded);
    stale.push(`${page} (${names.map(([name]) => name).join(", ")})`);
    if (!check) writeFileSync(file, wanted);
  }
  if (stale.length === 0) return 0;
  if (check) throw new SetUpError(`Not what the source says: ${stale.join("; ")}. Run: node scripts/reference.mjs`);
  say(`Made anew: ${stale.join("; ")}.`);
  return 0;
});
