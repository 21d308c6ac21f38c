import type { StartTrainedModelExportJobRequest } from "../../service/shapes";
import type { Planned } from "../state/lifecycle";

/** One export job, as it is stored. It has no ARN of its own: `arn` is the model's, for messages. */
export interface ExportRecord extends Planned {
  /** Rises with each start, and orders the list. */
  sequence: number;
  accountId: string;
  region: string;
  collaborationIdentifier: string;
  /** The start, as it was accepted, with the version that it meant. */
  request: StartTrainedModelExportJobRequest;
  createTime: number;
}
