import type { CreateTrainedModelRequest, PublishStatus, StatusDetails } from "../../service/shapes";

/** A status and the instant it begins; instants to come are the plan. `GONE` is no status of AWS's: the record answers 404. */
export interface Step {
  at: number;
  status: string;
  details?: StatusDetails | undefined;
  /** The container has run: there is an image digest, and logs were published. */
  trained?: boolean;
}

/** What was published of a training. */
export interface Published {
  logsStatus?: PublishStatus | undefined;
  logsStatusDetails?: string | undefined;
  metricsStatus?: PublishStatus | undefined;
  metricsStatusDetails?: string | undefined;
}

/** One version of one model, as it is stored. */
export interface ModelRecord {
  /** Rises with each create, and orders the lists. */
  sequence: number;
  arn: string;
  /** Absent for the base version. */
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
  /** Rising in time; never empty. */
  steps: Step[];
  published?: Published | undefined;
}
