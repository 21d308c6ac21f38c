import type { OperationContext } from "../operations/context";
import { exists } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import type { ChannelRecord } from "./record";

/** What names one channel. */
export interface ChannelReference {
  membershipIdentifier: string;
  mlInputChannelArn: string;
}

/** What the caller's account has in the region that is asked, of one membership. */
export function ownChannels({ store, caller }: OperationContext, membershipIdentifier: string): ChannelRecord[] {
  return store.channels.filter(
    ({ request, accountId, region }) =>
      accountId === caller.accountId && region === caller.region && request.membershipIdentifier === membershipIdentifier,
  );
}

/** A channel of the caller's; 404 when there is none. */
export function channelNamed(context: OperationContext, { membershipIdentifier, mlInputChannelArn }: ChannelReference) {
  const found = ownChannels(context, membershipIdentifier).find(
    (record) => record.arn === mlInputChannelArn && exists(record, context.now),
  );
  if (found) return found;
  throw modelled("ResourceNotFoundException", `The ML input channel ${mlInputChannelArn} was not found`);
}
