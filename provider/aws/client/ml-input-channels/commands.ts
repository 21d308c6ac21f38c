import { commandsOf } from "../command";
import { retryOnlyThrottled } from "../retry";
import type { MLInputChannelMessages } from "./messages";
import { mlInputChannelOperations } from "./schemas";

const of = commandsOf<MLInputChannelMessages>(mlInputChannelOperations);

/** Runs a query whose result is kept. Repeated only when it was throttled. */
export class CreateMLInputChannelCommand extends of("CreateMLInputChannel", retryOnlyThrottled) {}

/** One channel. */
export class GetMLInputChannelCommand extends of("GetMLInputChannel") {}

/** One page of a membership's channels. */
export class ListMLInputChannelsCommand extends of("ListMLInputChannels") {}

/** Deletes the data of a channel. */
export class DeleteMLInputChannelDataCommand extends of("DeleteMLInputChannelData") {}

/** One channel of any member of a collaboration. */
export class GetCollaborationMLInputChannelCommand extends of("GetCollaborationMLInputChannel") {}

/** One page of a collaboration's channels. */
export class ListCollaborationMLInputChannelsCommand extends of("ListCollaborationMLInputChannels") {}
