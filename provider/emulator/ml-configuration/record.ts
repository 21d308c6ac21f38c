import type { MLOutputConfiguration } from "../../service/shapes";

/** The ML configuration of a membership. */
export interface ConfigurationRecord {
  accountId: string;
  region: string;
  membershipIdentifier: string;
  defaultOutputLocation: MLOutputConfiguration;
  /** Milliseconds since 1970. */
  createTime: number;
  updateTime: number;
}
