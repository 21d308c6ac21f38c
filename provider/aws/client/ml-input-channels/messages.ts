import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on ML input channels. */
export interface MLInputChannelMessages {
  CreateMLInputChannel: [shapes.CreateMLInputChannelRequest, shapes.CreateMLInputChannelResponse];
  GetMLInputChannel: [shapes.GetMLInputChannelRequest, shapes.GetMLInputChannelResponse];
  ListMLInputChannels: [shapes.ListMLInputChannelsRequest, shapes.ListMLInputChannelsResponse];
  GetCollaborationMLInputChannel: [shapes.GetCollaborationMLInputChannelRequest, shapes.GetCollaborationMLInputChannelResponse];
  ListCollaborationMLInputChannels: [
    shapes.ListCollaborationMLInputChannelsRequest,
    shapes.ListCollaborationMLInputChannelsResponse,
  ];
  DeleteMLInputChannelData: [shapes.DeleteMLInputChannelDataRequest, object];
}

export const mlInputChannelSending: Record<keyof MLInputChannelMessages, Sending> = {
  CreateMLInputChannel: "once",
  GetMLInputChannel: "repeated",
  ListMLInputChannels: "repeated",
  DeleteMLInputChannelData: "repeated",
  GetCollaborationMLInputChannel: "repeated",
  ListCollaborationMLInputChannels: "repeated",
};
