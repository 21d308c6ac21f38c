import { reading } from "../state/reading";

/** What AWS leaves open of ML input channels. */
export const mlInputChannelReadings = {
  channelNameReuse: reading(
    ["conflict-while-live", "allowed", "conflict-for-ever"],
    "conflict-while-live",
    "Another ML input channel with a name that its membership has already: refused until the holder is INACTIVE, accepted, or refused for ever. Refused: the console asks for a unique name.",
  ),
  channelExpiry: reading(
    ["inactive", "gone", "active-without-data"],
    "inactive",
    "An ML input channel past its retention: INACTIVE, gone (404), or ACTIVE without data. Inactive: the enum has a status for it.",
  ),
  retentionFrom: reading(
    ["create", "active"],
    "create",
    "From when the retention of an ML input channel counts: from its create, or from ACTIVE. Create: the earlier end is the safe one.",
  ),
  useOfExpired: reading(
    ["validation", "not-found", "conflict", "create-failed"],
    "validation",
    "A training on an ML input channel past its retention. Validation: an unusable KMS key of a channel gives 400.",
  ),
  useOfUnready: reading(
    ["validation", "not-found", "conflict", "create-failed"],
    "validation",
    "A training on an ML input channel that is not ACTIVE yet, or failed. Validation: as useOfExpired.",
  ),
  useOfInactive: reading(
    ["validation", "not-found", "conflict", "create-failed"],
    "validation",
    "A training on an ML input channel with deleted data. Validation: as useOfExpired.",
  ),
  afterChannelDelete: reading(
    ["inactive", "inactive-then-gone", "gone"],
    "inactive",
    "The end of DeleteMLInputChannelData: the record stays INACTIVE, stays so for a time (retentionSeconds), or is gone (404). Inactive: the operation deletes the data, and the enum has a status for it.",
  ),
  deleteChannelWhileCreating: reading(
    ["conflict", "allowed"],
    "conflict",
    "A delete of the data of an ML input channel that is being created. Conflict: nothing cancels a channel.",
  ),
  deleteChannelInUse: reading(
    ["allowed", "conflict", "fails-the-job"],
    "allowed",
    "A delete of the data of an ML input channel that a training uses: allowed, refused, or the training fails. Allowed: a training copies its data at the start.",
  ),
  deleteChannelInactive: reading(
    ["conflict", "ok", "not-found"],
    "conflict",
    "A delete of the data of an ML input channel that is INACTIVE, or on the way there. Conflict: as for models.",
  ),
  deleteChannelFailed: reading(
    ["allowed", "conflict"],
    "allowed",
    "A delete of the data of an ML input channel in CREATE_FAILED. Allowed: as for models.",
  ),
  channelOfOtherAssociation: reading(
    ["allowed", "validation"],
    "allowed",
    "A training on an ML input channel of another configured model algorithm association. Allowed: one channel serves different models, says the user guide.",
  ),
  badSql: reading(
    ["create-failed", "validation"],
    "create-failed",
    "An ML input channel with a query that is none. Create-failed: the query runs later.",
  ),
  echoOfSql: reading(["given", "absent"], "given", "The query in GetMLInputChannel. Given: that it is sensitive concerns logs."),
  channelDefaults: reading(
    ["filled", "absent"],
    "filled",
    "Optional inputs of an ML input channel that were left out, in its answers: filled in (CSV, 16 workers CR.1X, the caller as payer), or absent.",
  ),
} as const;
