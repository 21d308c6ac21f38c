import { reading } from "../state/reading";

/** What AWS leaves open of export jobs. */
export const exportJobReadings = {
  exportMembership: reading(
    ["caller", "receiver"],
    "caller",
    "The membership that StartTrainedModelExportJob takes: the caller's, or the receiver's. The caller's: nobody can pass another account's membership.",
  ),
  exportListLag: reading(
    ["none", "lagging"],
    "none",
    "Whether a new export job is missing in the list for a time (listLagSeconds). None: as listLag.",
  ),
  exportRows: reading(
    ["for-ever", "while-model-active"],
    "for-ever",
    "How long an export job is in the list: for ever, or as long as its model has its output. For ever: nothing deletes it.",
  ),
} as const;
