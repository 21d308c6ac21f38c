import type * as shapes from "../../service/shapes";
import type { OperationContext } from "../operations/context";
import { pageOf } from "../operations/pagination";
import { exists } from "../state/lifecycle";
import { channelNamed, ownChannels } from "./find";
import type { ChannelRecord } from "./record";
import { channelSummary, channelView } from "./views";

/** What each operation on ML input channels takes. */
export interface MLInputChannelInputs {
  CreateMLInputChannel: shapes.CreateMLInputChannelRequest;
  GetMLInputChannel: shapes.GetMLInputChannelRequest;
  ListMLInputChannels: shapes.ListMLInputChannelsRequest;
  DeleteMLInputChannelData: shapes.DeleteMLInputChannelDataRequest;
  GetCollaborationMLInputChannel: shapes.GetCollaborationMLInputChannelRequest;
  ListCollaborationMLInputChannels: shapes.ListCollaborationMLInputChannelsRequest;
}

/** GetMLInputChannel. */
export function getMLInputChannel(context: OperationContext, request: shapes.GetMLInputChannelRequest): object {
  return channelView(channelNamed(context, request), context.now, context.settings.readings);
}

/** ListMLInputChannels. */
export function listMLInputChannels(context: OperationContext, request: shapes.ListMLInputChannelsRequest): object {
  const { membershipIdentifier, maxResults, nextToken } = request;
  const { now, settings } = context;
  const shown = ownChannels(context, membershipIdentifier).filter((record) => exists(record, now) && isListed(context, record));
  const rows = settings.readings.listOrder === "newest-first" ? [...shown].reverse() : shown;
  const page = pageOf({ rows, scope: `channels:${membershipIdentifier}`, maxResults, nextToken });
  return {
    mlInputChannelsList: page.rows.map((row) => channelSummary(row, now, settings.readings)),
    nextToken: page.nextToken,
  };
}

/** Whether the lists show it by now. */
export function isListed({ settings, now }: OperationContext, { createTime }: ChannelRecord): boolean {
  return settings.readings.listLag === "none" || now >= createTime + settings.listLagSeconds * 1000;
}
