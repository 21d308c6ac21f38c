// Makes provider/service/instance-types.ts from the extract of AWS's service model: a type cannot be had from JSON.
//
//   node scripts/instance-types.mjs            writes the file
//   node scripts/instance-types.mjs --check    exits 1 when the file is not what this script makes
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const FILE = new URL("../provider/service/instance-types.ts", import.meta.url);
const extract = JSON.parse(readFileSync(new URL("../provider/service/cleanroomsml.json", import.meta.url), "utf8"));
const names = extract.shapes.InstanceType.enum.map((name) => `  | ${JSON.stringify(name)}`);
const text = [
  "// Made by `node scripts/instance-types.mjs`. Do not edit.",
  "",
  "/** The instance types that the service model knows. AWS adds others. */",
  `export type KnownInstanceType =\n${names.join("\n")};`,
  "",
].join("\n");

const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
if (!check) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
  console.error("provider/service/instance-types.ts is not what the service model says. Run: node scripts/instance-types.mjs");
  process.exit(1);
}
