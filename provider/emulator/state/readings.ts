/** An open question about the service: the possible answers, the default, and why it is the default. */
export interface Reading<V extends string> {
  values: readonly V[];
  default: V;
  doc: string;
}

const reading = <const V extends string>(values: readonly V[], preferred: NoInfer<V>, doc: string): Reading<V> => ({
  values,
  default: preferred,
  doc,
});

/** Every question that AWS's documents leave open, as an option of the emulator. Software must work under each answer. */
export const readings = {
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
  quotaExcess: reading(
    ["402", "create-failed"],
    "402",
    "Over a quota: the create is refused with ServiceQuotaExceededException, or accepted and then CREATE_FAILED. 402: CreateTrainedModel models that error.",
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
  listOrder: reading(
    ["newest-first", "oldest-first"],
    "newest-first",
    "The order of both lists. AWS's documents do not say; most AWS lists begin with the newest.",
  ),
  listLag: reading(
    ["none", "lagging"],
    "none",
    "Whether a new model is missing in the lists for a time (listLagSeconds). None: AWS's documents do not speak of eventual consistency.",
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
  putWithoutDestination: reading(
    ["clears", "keeps"],
    "clears",
    "What PutMLConfiguration without a destination makes of the one that is there. Clears: a PUT says the whole.",
  ),
  putCreateTime: reading(
    ["keeps", "new"],
    "keeps",
    "The createTime of an ML configuration after another put. Keeps: there is an updateTime beside it.",
  ),
  deleteMissingConfig: reading(
    ["not-found", "ok"],
    "not-found",
    "DeleteMLConfiguration where there is none. Not found: the API model has this error.",
  ),
} as const;

/** An answer for every open question. */
export type Readings = { [N in keyof typeof readings]: (typeof readings)[N]["values"][number] };

/** The name of an open question. */
export type ReadingName = keyof Readings;

/** The default answer to every open question. */
export const defaultReadings = Object.fromEntries(
  Object.entries(readings).map(([name, { default: value }]) => [name, value]),
) as Readings;

/**
 * The given answers, with the defaults for the rest. If a name or a value does not exist, the error lists those that exist.
 *
 * @example
 * ```typescript
 * import { resolveReadings, startEmulator } from "pulumi-cleanroomsml/emulator";
 *
 * const readings = resolveReadings({ nameReuse: process.env.NAME_REUSE });
 * export const service = startEmulator({ readings });
 * ```
 */
export function resolveReadings(given: Readonly<Record<string, string | undefined>> = {}): Readings {
  const table: Readonly<Record<string, Reading<string>>> = readings;
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!known) throw new RangeError(`there is no reading ${name}; there are ${Object.keys(table).join(", ")}`);
    if (value !== undefined && !known.values.includes(value))
      throw new RangeError(`${name} is one of ${known.values.join(", ")}, not ${value}`);
  }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...defaultReadings, ...set };
}
