import type { MLInputChannelOperations } from "../../service/operations";
import type { CallOperation } from "./call";
import { allPages } from "./pages";

/** The operations on ML input channels. */
export function callsOfMLInputChannels(call: CallOperation): MLInputChannelOperations {
  return {
    createMLInputChannel: (request, signal) => call("CreateMLInputChannel", request, signal, "mlInputChannelArn"),
    getMLInputChannel: (request, signal) => call("GetMLInputChannel", request, signal, "status"),
    listMLInputChannels: (membershipIdentifier, signal) =>
      allPages("ListMLInputChannels", async (page) => {
        const answer = await call("ListMLInputChannels", { membershipIdentifier, ...page }, signal, "mlInputChannelsList");
        return { rows: answer.mlInputChannelsList, nextToken: answer.nextToken };
      }),
    getCollaborationMLInputChannel: (request, signal) => call("GetCollaborationMLInputChannel", request, signal, "status"),
    listCollaborationMLInputChannels: (collaborationIdentifier, signal) =>
      allPages("ListCollaborationMLInputChannels", async (page) => {
        const asked = { collaborationIdentifier, ...page };
        const answer = await call("ListCollaborationMLInputChannels", asked, signal, "collaborationMLInputChannelsList");
        return { rows: answer.collaborationMLInputChannelsList, nextToken: answer.nextToken };
      }),
    deleteMLInputChannelData: async (request, signal) => void (await call("DeleteMLInputChannelData", request, signal)),
  };
}
