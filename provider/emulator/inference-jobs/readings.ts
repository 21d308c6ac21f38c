import { reading } from "../state/reading";

/** What AWS leaves open of inference jobs. */
export const inferenceJobReadings = {
  inferenceAssociation: reading(
    ["models", "validation"],
    "models",
    "An inference job without a configured model algorithm association: that of the model, or refused. The model's: the member is optional.",
  ),
  afterInferenceCancel: reading(
    ["INACTIVE", "CREATE_FAILED"],
    "INACTIVE",
    "The end of the cancel of an inference job. INACTIVE: the enum has CANCEL_* and INACTIVE, and no DELETE_*.",
  ),
  cancelFinished: reading(
    ["conflict", "ok"],
    "conflict",
    "A cancel of an inference job that is over. Conflict: the API model has this error.",
  ),
  modelDeletedDuringInference: reading(
    ["allowed", "conflict"],
    "allowed",
    "A delete of the output of a model that an inference job uses. Allowed: AWS's documents name no such rule.",
  ),
} as const;
