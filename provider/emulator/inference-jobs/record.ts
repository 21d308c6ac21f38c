import type { StartTrainedModelInferenceJobRequest } from "../../service/shapes";
import type { Planned } from "../state/lifecycle";

/** One inference job, as it is stored. */
export interface InferenceRecord extends Planned {
  /** Rises with each start, and orders the lists. */
  sequence: number;
  accountId: string;
  region: string;
  collaborationIdentifier: string;
  /** The start, as it was accepted; its tags are in `tags`, and its version is the one that it meant. */
  request: StartTrainedModelInferenceJobRequest;
  tags: Record<string, string>;
  createTime: number;
}
