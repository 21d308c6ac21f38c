/** The enums of the service, as types of the schema. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../set-up/folders.mjs";
import { tokenOf } from "./tokens.mjs";

const extract = JSON.parse(readFileSync(path.join(checkout, "provider", "service", "cleanroomsml.json"), "utf8"));

/** Each enum, with the shape of the service model that has its values. Those of an open one are the values that AWS knows today. */
export const enums = {
  InstanceType: {
    shape: "InstanceType",
    isOpen: true,
    description: "The instance types that AWS's service model knows. AWS adds others.",
  },
  TrainingInputMode: { shape: "TrainingInputMode", description: "How the training data reaches the container." },
  S3DataDistributionType: {
    shape: "S3DataDistributionType",
    description: "How the objects of a channel are spread over the training instances.",
  },
  TrainedModelStatus: {
    shape: "TrainedModelStatus",
    isOpen: true,
    description: "Every status that AWS's service model knows. AWS may add others.",
  },
  PublishStatus: { shape: "LogsStatus", isOpen: true, description: "Whether logs or metrics of the training were published." },
};

/** @param {string} name */
export const valuesOf = (name) => extract.shapes[enums[name].shape].enum;

export function enumTypes() {
  const types = Object.entries(enums).map(([name, { description }]) => [
    tokenOf(name),
    { description, type: "string", enum: valuesOf(name).map((value) => ({ name: nameOf(value), value })) },
  ]);
  return Object.fromEntries(types);
}

/** `MlM52Xlarge` of `ml.m5.2xlarge` would be read twice; with its dots as underlines it is read once. */
function nameOf(value) {
  const isConstant = /^[A-Z_]+$/.test(value);
  const words = isConstant ? value.toLowerCase().split("_") : value.split(/[.-]/);
  return words.map((word) => word[0].toUpperCase() + word.slice(1)).join(isConstant ? "" : "_");
}

const integerShapes = new Set(Object.entries(extract.shapes).flatMap(([name, { type }]) => (type === "integer" ? [name] : [])));

/** The members that are whole numbers: those that the service calls so, and the package's own. */
export const integers = new Set([
  ...Object.values(extract.shapes).flatMap(({ members = {} }) =>
    Object.entries(members).flatMap(([name, { shape }]) => (integerShapes.has(shape) ? [name] : [])),
  ),
  "durationSeconds",
  "maxRetries",
  "maxConcurrentTrainings",
]);
