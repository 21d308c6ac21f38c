import type { OperationContext } from "../operations/context";
import { stepAt } from "../state/lifecycle";
import { ownChannels } from "./find";

/** A quota that a create would exceed. */
export interface ChannelExcess {
  quotaName: string;
  quotaValue: number;
}

/** The first quota that one more channel of a membership would exceed. */
export function channelExcessOf(context: OperationContext, membershipIdentifier: string): ChannelExcess | undefined {
  const { activeChannelsPerMembership, queriesPerMembership } = context.settings.quotas;
  const statuses = ownChannels(context, membershipIdentifier).map((record) => stepAt(record, context.now).status);
  const queries = statuses.filter((status) => status === "CREATE_PENDING" || status === "CREATE_IN_PROGRESS").length;
  const active = statuses.filter((status) => status === "ACTIVE").length;
  if (queries + 1 > queriesPerMembership)
    return { quotaName: "Ongoing protected queries per membership", quotaValue: queriesPerMembership };
  if (active + queries + 1 > activeChannelsPerMembership)
    return { quotaName: "Active ML input channels per membership", quotaValue: activeChannelsPerMembership };
  return undefined;
}
