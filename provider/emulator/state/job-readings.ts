import { reading } from "./reading";

/** What AWS leaves open of everything that is started for a trained model: inference and export jobs. */
export const jobReadings = {
  jobNameReuse: reading(
    ["allowed", "conflict"],
    "allowed",
    "Another inference or export job with a name that is there already: accepted, or refused. Accepted: AWS's documents name no such rule.",
  ),
  jobVersionDefault: reading(
    ["latest", "base"],
    "latest",
    "The version of an inference or export job that names none: the latest or the first. Latest: as GetTrainedModel.",
  ),
  jobOnInactiveModel: reading(
    ["validation", "not-found", "conflict", "create-failed"],
    "validation",
    "An inference or export job of a model without output. Validation: as for channels.",
  ),
  receiverWithoutConfig: reading(
    ["validation", "create-failed", "denied"],
    "validation",
    "An inference or export job to a member without an ML configuration, where the emulator knows the member's. Validation: the user guide asks for a valid one.",
  ),
} as const;
