/** The source files with the documented inputs and outputs. */
import path from "node:path";
import { checkout } from "../set-up/folders.mjs";
import { readClassComments, readMembers } from "./members.mjs";

const at = (files) => files.map((file) => path.join(checkout, "provider", file));

/** The interfaces of the inputs and outputs, by name. */
export function readInterfaces() {
  return readMembers(
    at([
      "resources/ml-configuration/args.ts",
      "resources/ml-configuration/outputs.ts",
      "resources/trained-model/args.ts",
      "resources/trained-model/outputs.ts",
      "resources/trained-model/training-waiter.ts",
      "resources/shared/provider.ts",
      "plugin/limits.ts",
    ]),
  );
}

/** What the classes of the resources are, in the words of their comments. */
export function readClasses() {
  return readClassComments(
    at([
      "resources/ml-configuration/ml-configuration.ts",
      "resources/trained-model/trained-model.ts",
      "resources/trained-model/training-job.ts",
      "resources/trained-model/training-waiter.ts",
      "resources/shared/provider.ts",
    ]),
  );
}
