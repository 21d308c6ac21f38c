import type * as shapes from "../../service/shapes";
import type { OperationContext } from "../operations/context";
import { pageOf } from "../operations/pagination";
import { exists } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { isListed } from "./operations";
import type { ChannelRecord } from "./record";
import { channelSummary, channelView } from "./views";

/** GetCollaborationMLInputChannel: without what its creator alone may know. */
export function getCollaborationMLInputChannel(
  context: OperationContext,
  { collaborationIdentifier, mlInputChannelArn }: shapes.GetCollaborationMLInputChannelRequest,
): object {
  const found = channelsIn(context, collaborationIdentifier).find(({ arn }) => arn === mlInputChannelArn);
  if (!found) throw modelled("ResourceNotFoundException", `The ML input channel ${mlInputChannelArn} was not found`);
  const view = channelView(found, context.now, context.settings.readings);
  const {
    inputChannel: _1,
    protectedQueryIdentifier: _2,
    numberOfFiles: _3,
    sizeInGb: _4,
    kmsKeyArn: _5,
    tags: _6,
    ...shown
  } = view;
  return { ...shown, creatorAccountId: found.accountId };
}

/** ListCollaborationMLInputChannels. */
export function listCollaborationMLInputChannels(
  context: OperationContext,
  { collaborationIdentifier, maxResults, nextToken }: shapes.ListCollaborationMLInputChannelsRequest,
): object {
  const { now, settings } = context;
  const shown = channelsIn(context, collaborationIdentifier).filter((record) => isListed(context, record));
  const rows = settings.readings.listOrder === "newest-first" ? [...shown].reverse() : shown;
  const page = pageOf({ rows, scope: `channels of ${collaborationIdentifier}`, maxResults, nextToken });
  const list = page.rows.map((row) => {
    const { protectedQueryIdentifier: _, ...summary } = channelSummary(row, now, settings.readings);
    return { ...summary, creatorAccountId: row.accountId };
  });
  return { collaborationMLInputChannelsList: list, nextToken: page.nextToken };
}

function channelsIn({ store, caller, now }: OperationContext, collaborationIdentifier: string): ChannelRecord[] {
  return store.channels.filter(
    (record) =>
      record.collaborationIdentifier === collaborationIdentifier && record.region === caller.region && exists(record, now),
  );
}
