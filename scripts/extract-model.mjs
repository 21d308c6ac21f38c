// Makes provider/service/cleanroomsml.json from botocore's model of Clean Rooms ML.
//
//   node scripts/extract-model.mjs            writes the file; then run scripts/instance-types.mjs
//   node scripts/extract-model.mjs --check    exits 1 when the file is not what this script makes
//   … --botocore 1.44.6                       of another release (a drift check; never written)
//   … --model service-2.json                  of a model that is already here, without pip
//
// `source.sha256` is of the uncompressed bytes of service-2.json (botocore ships it gzipped; the compressed bytes depend on the
// packer). Only the shapes that the operations reach are kept, and no prose: the documentation is AWS's text, the facts are enough.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BOTOCORE, botocoreFile } from "./botocore.mjs";

const MODEL = "botocore/data/cleanroomsml/2023-09-06/service-2.json.gz";
const FILE = fileURLToPath(new URL("../provider/service/cleanroomsml.json", import.meta.url));
const OPERATIONS = [
  "CreateTrainedModel",
  "GetTrainedModel",
  "ListTrainedModels",
  "ListTrainedModelVersions",
  "CancelTrainedModel",
  "DeleteTrainedModelOutput",
  "CreateMLInputChannel",
  "GetMLInputChannel",
  "ListMLInputChannels",
  "DeleteMLInputChannelData",
  "GetCollaborationMLInputChannel",
  "ListCollaborationMLInputChannels",
  "StartTrainedModelInferenceJob",
  "GetTrainedModelInferenceJob",
  "ListTrainedModelInferenceJobs",
  "CancelTrainedModelInferenceJob",
  "StartTrainedModelExportJob",
  "ListCollaborationTrainedModelExportJobs",
  "PutMLConfiguration",
  "GetMLConfiguration",
  "DeleteMLConfiguration",
  "TagResource",
  "UntagResource",
  "ListTagsForResource",
];

function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, v]) => key !== "documentation" || typeof v !== "string");
  return Object.fromEntries(kept.map(([key, v]) => [key, withoutProse(v)]));
}

/** The names of every shape that `node` mentions, straight or through another. */
function reach(model, node, found = new Set()) {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === "shape" && typeof value === "string") {
      if (!found.has(value)) reach(model, model.shapes[value], found.add(value));
    } else reach(model, value, found);
  }
  return found;
}

function extract(bytes, botocore) {
  const model = withoutProse(JSON.parse(bytes.toString("utf8")));
  const operations = Object.fromEntries(OPERATIONS.map((name) => [name, model.operations[name]]));
  const missing = OPERATIONS.filter((name) => !operations[name]);
  if (missing.length > 0) throw new Error(`the model has no operation ${missing.join(", ")}`);
  const shapes = [...reach(model, operations)].sort().map((name) => [name, model.shapes[name]]);
  const source = { botocore, sha256: createHash("sha256").update(bytes).digest("hex") };
  return { source, metadata: model.metadata, operations, shapes: Object.fromEntries(shapes) };
}

const { values: options } = parseArgs({
  options: { check: { type: "boolean" }, botocore: { type: "string" }, model: { type: "string" } },
});
const botocore = options.botocore ?? BOTOCORE;
const made = extract(options.model ? readFileSync(options.model) : botocoreFile(botocore, MODEL), botocore);
const text = `${JSON.stringify(made, null, 1)}\n`;
if (!options.check && botocore !== BOTOCORE)
  throw new Error(`only ${BOTOCORE} is written; add --check to compare another release`);

if (!options.check) {
  writeFileSync(FILE, text);
  console.log(`wrote ${Object.keys(made.operations).length} operations and ${Object.keys(made.shapes).length} shapes`);
} else {
  const old = JSON.parse(readFileSync(FILE, "utf8"));
  // Another release has another hash; what counts there is whether the operations are still the same.
  const parts = botocore === BOTOCORE ? ["source", "metadata", "operations", "shapes"] : ["metadata", "operations", "shapes"];
  const differences = parts.flatMap((part) =>
    [...new Set([...Object.keys(old[part]), ...Object.keys(made[part])])]
      .filter((key) => JSON.stringify(old[part][key]) !== JSON.stringify(made[part][key]))
      .map((key) => `${part}.${key}`),
  );
  if (botocore === BOTOCORE && differences.length === 0 && readFileSync(FILE, "utf8") !== text) differences.push("its layout");
  if (differences.length > 0) {
    console.error(`cleanroomsml.json is not what botocore ${botocore} says: ${differences.join(", ")}`);
    process.exit(1);
  }
  console.log(`cleanroomsml.json is what botocore ${botocore} says`);
}
