import { reading } from "../state/reading";

/** What AWS leaves open of trained models. */
export const trainedModelReadings = {
  versionOfBase: reading(
    ["absent", "null", "NULL"],
    "absent",
    'The versionIdentifier of a first version in answers: no member, a JSON null, or the string "NULL" that the documentation names. Absent: the member is optional, and "NULL" breaks its own pattern.',
  ),
  incremental: reading(
    ["same-arn", "new-arn"],
    "same-arn",
    "What an incremental training makes: a new version under the ARN of the source model, or a new model. Same ARN: otherwise ListTrainedModelVersions and the quota of versions per model have no use.",
  ),
  incrementalDefault: reading(
    ["latest", "base"],
    "latest",
    "The version of the source model, if a channel has no versionIdentifier: the latest or the first. Latest: the API model says so; the user guide says the first.",
  ),
  nameReuse: reading(
    ["allowed", "conflict-while-live", "conflict-for-ever", "new-version"],
    "conflict-while-live",
    "A create under a name that its membership has already: accepted, refused until the holder is INACTIVE, refused for ever, or a new version of the holder. Refused: the console asks for a unique name, for versions too.",
  ),
  afterCancel: reading(
    ["INACTIVE", "CREATE_FAILED"],
    "INACTIVE",
    "The end of a cancel. INACTIVE: the sister enum of inference jobs has CANCEL_* and INACTIVE but no DELETE_*.",
  ),
  afterDelete: reading(
    ["inactive", "inactive-then-gone", "gone"],
    "inactive",
    "The end of DeleteTrainedModelOutput: the record stays INACTIVE, stays so for a time (retentionSeconds), or is gone (404). Inactive: the operation deletes the output, and the enum has a status for it.",
  ),
  deleteWhileCreating: reading(
    ["conflict", "allowed"],
    "conflict",
    "A delete of a version that is being created or cancelled. Conflict: there is a separate operation that cancels.",
  ),
  deleteFailed: reading(
    ["allowed", "conflict"],
    "allowed",
    "A delete of a version in CREATE_FAILED. Allowed: otherwise a failed model could never be deleted.",
  ),
  deleteInactive: reading(
    ["ok", "conflict", "not-found"],
    "ok",
    "A delete of a version that is INACTIVE (not-found), or that is INACTIVE or being deleted (ok, conflict). Ok: the operation is modelled as idempotent.",
  ),
  deleteBase: reading(
    ["only-base", "all-versions"],
    "only-base",
    "A delete without versionIdentifier deletes only the first version, or every version. Only the first: the API model says so.",
  ),
  tagsOn: reading(
    ["model", "version", "latest-version"],
    "model",
    "Where tags are kept: one set per ARN, or one per version. In the second case, the tag operations mean the first version (version) or the latest (latest-version). Model: an ARN has no version part.",
  ),
  describedTags: reading(
    ["given", "absent"],
    "given",
    "Whether GetTrainedModel answers with the tags, or ListTagsForResource alone. Given: the member is in the API model, although optional.",
  ),
  listRows: reading(
    ["per-version", "per-model", "per-model-base"],
    "per-model",
    "The rows of ListTrainedModels: one per version, or one per model, which shows its latest (per-model) or its first version (per-model-base). Per model: versions have their own list.",
  ),
  filteredPages: reading(
    ["full", "sparse"],
    "full",
    "With a status filter, a page holds maxResults matches, or what matches among maxResults rows: perhaps none, and yet a nextToken.",
  ),
  defaults: reading(
    ["filled", "absent"],
    "filled",
    "Optional inputs that were left out, in GetTrainedModel: filled in (instanceCount 1, 86400 seconds, File, FullyReplicated, the caller as payer), or absent.",
  ),
} as const;
