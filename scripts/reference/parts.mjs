/** Every part of the pages that is made from the source, by page and name. */
import { createRequire } from "node:module";
import path from "node:path";
import { registryParts } from "../schema/registry.mjs";
import { checkout } from "../set-up/folders.mjs";
import { readInterfaces } from "./sources.mjs";
import { inputRows, outputRows, tableOf } from "./tables.mjs";

/** What README shows; docs/reference.md has the rest. */
const MAIN_INPUTS = [
  "membershipIdentifier",
  "configuredModelAlgorithmAssociationArn",
  "dataChannels",
  "resourceConfig.instanceType",
  "resourceConfig.volumeSizeInGB",
  "stoppingCondition.maxRuntimeInSeconds",
  "hyperparameters",
  "environment",
  "incrementalTrainingDataChannels",
  "name",
  "tags",
  "maxInstanceHours",
  "wait",
  "adopt",
];
const MAIN_OUTPUTS = ["trainedModelArn", "versionIdentifier", "ref", "status", "statusDetails"];

const COMMANDS = ["emulator", "report", "orphans", "cancel"];

/** @returns {Record<string, Record<string, string>>} */
export function allParts() {
  const interfaces = readInterfaces();
  const inputs = inputRows(interfaces, "TrainedModelArgs");
  const outputs = outputRows(interfaces, "TrainedModelOutputs");
  return {
    "README.md": {
      "main-inputs": tableOf(
        ["input", "meaning", "default"],
        chosen(inputs, MAIN_INPUTS).map(([name, , meaning, , fallback]) => [name, firstSentence(meaning), fallback]),
      ),
      "main-outputs": tableOf(
        ["output", "meaning"],
        chosen(outputs, MAIN_OUTPUTS).map(([name, , meaning]) => [name, meaning]),
      ),
    },
    "docs/reference.md": {
      inputs: tableOf(["name", "type", "meaning", "limits", "default", "replaces?"], inputs),
      outputs: tableOf(["name", "type", "meaning"], outputs),
      "ml-configuration-inputs": tableOf(
        ["name", "type", "meaning", "limits", "default", "replaces?"],
        inputRows(interfaces, "MlConfigurationArgs"),
      ),
      "ml-configuration-outputs": tableOf(["name", "type", "meaning"], outputRows(interfaces, "MlConfigurationOutputs")),
      provider: tableOf(["name", "type", "meaning", "default"], inputRows(interfaces, "ProviderArgs", { short: true })),
      commands: commandTexts(),
    },
    ...registryParts(),
    "docs/configuration.md": { "aws-keys": awsKeysTable() },
  };
}

/** The rows of some names, in the order of the names. */
function chosen(rows, names) {
  return names.map((name) => {
    const row = rows.find(([cell]) => cell === `\`${name}\``);
    if (row === undefined) throw new Error(`there is no row ${name}`);
    return row;
  });
}

const firstSentence = (text) => text.split(/(?<=\.) (?=[A-Z`])/)[0];

function awsKeysTable() {
  const { awsKeys } = load("provider/settings/aws-keys.ts");
  const rows = Object.entries(awsKeys).map(([name, { is, note }]) => [`\`${name}\``, is, note]);
  return tableOf(["key", "what the package does", "note"], rows);
}

function commandTexts() {
  return COMMANDS.map((name) => {
    const { usage } = load(`provider/cli/${name}.ts`)[name];
    return `### \`${name}\`\n\n\`\`\`text\n${usage.trimEnd()}\n\`\`\``;
  }).join("\n\n");
}

/** A module of the source. */
function load(file) {
  const require = createRequire(import.meta.url);
  require("ts-node").register({ transpileOnly: true, project: path.join(checkout, "tsconfig.json") });
  return require(path.join(checkout, file));
}
