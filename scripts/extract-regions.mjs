// Makes provider/service/regions.json from botocore's list of partitions.
//
//   node scripts/extract-regions.mjs            writes the file
//   node scripts/extract-regions.mjs --check    exits 1 when the file is not what this script makes
//   … --botocore 1.44.6                         of another release (a drift check; never written)
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BOTOCORE, botocoreFile } from "./botocore.mjs";

const FILE = fileURLToPath(new URL("../provider/service/regions.json", import.meta.url));

const { values: options } = parseArgs({ options: { check: { type: "boolean" }, botocore: { type: "string" } } });
const botocore = options.botocore ?? BOTOCORE;
if (!options.check && botocore !== BOTOCORE)
  throw new Error(`only ${BOTOCORE} is written; add --check to compare another release`);

const bytes = botocoreFile(botocore, "botocore/data/partitions.json");
// `aws-global` and its like stand for services that have no region.
const regions = JSON.parse(bytes.toString("utf8"))
  .partitions.flatMap((partition) => Object.keys(partition.regions))
  .filter((region) => !region.endsWith("-global"))
  .sort();
const made = { source: { botocore, sha256: createHash("sha256").update(bytes).digest("hex") }, regions };

if (!options.check) {
  writeFileSync(FILE, `${JSON.stringify(made, null, 1)}\n`);
  console.log(`wrote ${regions.length} regions`);
} else {
  const old = JSON.parse(readFileSync(FILE, "utf8"));
  const differences = [
    ...regions.filter((region) => !old.regions.includes(region)).map((region) => `lacks ${region}`),
    ...old.regions.filter((region) => !regions.includes(region)).map((region) => `has ${region}`),
    ...(botocore === BOTOCORE && old.source.sha256 !== made.source.sha256 ? ["is of another file"] : []),
  ];
  if (differences.length > 0) {
    console.error(`regions.json is not what botocore ${botocore} says: it ${differences.join(", ")}`);
    process.exit(1);
  }
  console.log(`regions.json is what botocore ${botocore} says`);
}
