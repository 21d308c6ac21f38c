import type { CreateMLInputChannelRequest } from "../../service/shapes";
import type { Planned } from "../state/lifecycle";

/** One ML input channel, as it is stored. */
export interface ChannelRecord extends Planned {
  /** Rises with each create, and orders the list. */
  sequence: number;
  accountId: string;
  region: string;
  collaborationIdentifier: string;
  /** The create, as it was accepted; its tags are in `tags`. */
  request: CreateMLInputChannelRequest;
  tags: Record<string, string>;
  createTime: number;
  protectedQueryIdentifier: string;
  /** When its data is gone, in milliseconds since 1970; the status may say nothing of it. */
  expiresAt: number;
}
