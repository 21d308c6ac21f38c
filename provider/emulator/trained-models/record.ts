import type { CreateTrainedModelRequest, PublishStatus } from "../../service/shapes";
import type { Planned } from "../state/lifecycle";

/** What was published of a training. */
export interface Published {
  logsStatus?: PublishStatus | undefined;
  logsStatusDetails?: string | undefined;
  metricsStatus?: PublishStatus | undefined;
  metricsStatusDetails?: string | undefined;
}

/** One version of one model, as it is stored. */
export interface ModelRecord extends Planned {
  /** Rises with each create, and orders the lists. */
  sequence: number;
  /** Absent for the first version. */
  version?: string | undefined;
  accountId: string;
  region: string;
  collaborationIdentifier: string;
  /** The create, as it was accepted; its tags are in `tags`. */
  request: CreateTrainedModelRequest;
  /** The version that an incremental training began from. */
  parent?: { name: string; version?: string | undefined } | undefined;
  tags: Record<string, string>;
  createTime: number;
  published?: Published | undefined;
}
