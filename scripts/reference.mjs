/**
 * `node scripts/reference.mjs`: writes the tables of README.md from the comments in provider/resources. With `--check` it writes nothing, and
 * fails when a table is not what the comments say.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readMembers } from "./reference/members.mjs";
import { withTable } from "./reference/readme.mjs";
import { inputRows, outputRows, tableOf } from "./reference/tables.mjs";
import { checkout } from "./set-up/folders.mjs";
import { runScript, SetUpError, say } from "./set-up/say.mjs";

const README = path.join(checkout, "README.md");

await runScript(async () => {
  const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
  const interfaces = readMembers(
    ["trained-model/args.ts", "trained-model/outputs.ts", "shared/provider.ts"].map((file) =>
      path.join(checkout, "provider", "resources", file),
    ),
  );
  const tables = {
    inputs: tableOf(["name", "type", "meaning", "limits", "default", "replaces?"], inputRows(interfaces, "TrainedModelArgs")),
    outputs: tableOf(["name", "type", "meaning"], outputRows(interfaces, "TrainedModelOutputs")),
    provider: tableOf(["name", "type", "meaning", "default"], inputRows(interfaces, "ProviderArgs", { short: true })),
  };
  const recorded = readFileSync(README, "utf8");
  const wanted = Object.entries(tables).reduce((text, [name, table]) => withTable(text, name, table), recorded);
  if (recorded === wanted) return 0;
  if (check) {
    const stale = Object.entries(tables).filter(([name, table]) => withTable(recorded, name, table) !== recorded);
    const names = stale.map(([name]) => name).join(", ");
    throw new SetUpError(`README.md: not what the comments in provider/resources say: ${names}. Run: node scripts/reference.mjs`);
  }
  writeFileSync(README, wanted);
  say("README.md: the tables are made anew.");
  return 0;
});
