import type { CreateMLInputChannelRequest, StatusDetails } from "../../service/shapes";
import { exists, replan, stepAt } from "../state/lifecycle";
import type { Store } from "../state/store";

/** One ML input channel, as a snapshot. */
export interface StoredChannel {
  mlInputChannelArn: string;
  accountId: string;
  region: string;
  membershipIdentifier: string;
  name: string;
  status: string;
  statusDetails?: StatusDetails | undefined;
  tags: Record<string, string>;
  createTime: string;
  /** When its data is gone; the status may say nothing of it. */
  expireTime: string;
  /** The create, without its tags. */
  request: CreateMLInputChannelRequest;
}

/** The channels that still answer, in the order of their creation. */
export function channelSnapshot(store: Store, now: number): StoredChannel[] {
  return store.channels
    .filter((record) => exists(record, now))
    .map((record) => {
      const { status, details } = stepAt(record, now);
      return structuredClone({
        mlInputChannelArn: record.arn,
        accountId: record.accountId,
        region: record.region,
        membershipIdentifier: record.request.membershipIdentifier,
        name: record.request.name,
        status,
        statusDetails: details,
        tags: record.tags,
        createTime: new Date(record.createTime).toISOString(),
        expireTime: new Date(record.expiresAt).toISOString(),
        request: record.request,
      });
    });
}

/** What another member can do to a channel: delete its data, or more. */
export interface ChannelChange {
  /** The status from now on, e.g. INACTIVE for data that another member deleted. */
  status?: string;
  /** Whether the record is gone, so that requests are answered with 404. */
  gone?: boolean;
}

/** Changes a channel from outside; false if it does not exist. */
export function changeChannel(store: Store, now: number, mlInputChannelArn: string, { status, gone }: ChannelChange): boolean {
  const record = store.channels.find((one) => one.arn === mlInputChannelArn && exists(one, now));
  if (!record) return false;
  const next = gone ? "GONE" : status;
  if (next !== undefined) replan(record, now, [{ at: now, status: next }]);
  store.save();
  return true;
}
