import { keysOf } from "../../utils/keys-of";
import { type ExportJobMessages, exportJobSending } from "./export-jobs/messages";
import { type InferenceJobMessages, inferenceJobSending } from "./inference-jobs/messages";
import { type MLConfigurationMessages, mlConfigurationSending } from "./ml-configuration/messages";
import { type MLInputChannelMessages, mlInputChannelSending } from "./ml-input-channels/messages";
import type { CleanRoomsMLClientConfig } from "./runtime";
import type { Sending } from "./sending";
import { type TagMessages, tagSending } from "./tags/messages";
import { type TrainedModelMessages, trainedModelSending } from "./trained-models/messages";

/** What goes out and what comes back, by operation. A resource adds its own. */
export type Messages = MLConfigurationMessages &
  MLInputChannelMessages &
  TrainedModelMessages &
  InferenceJobMessages &
  ExportJobMessages &
  TagMessages;

/** The name of an operation that this package uses. */
export type OperationName = keyof Messages;

const sending: Record<OperationName, Sending> = {
  ...trainedModelSending,
  ...mlInputChannelSending,
  ...inferenceJobSending,
  ...exportJobSending,
  ...mlConfigurationSending,
  ...tagSending,
};

/** All of them. */
export const operationNames = keysOf(sending);

/** Whether the client must not send a request of this operation again by itself. */
export function isSentOnce(name: OperationName): boolean {
  return sending[name] === "once";
}

/** A client's settings, and one that the generated clients have besides. */
export type ClientConfig = CleanRoomsMLClientConfig & { ignoreConfiguredEndpointUrls?: boolean };

/** The part of a client that is used; the official one and this package's own both have it. */
export interface Client {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<unknown>;
  /** By how much the clock is wrong, once an answer has told. */
  config?: { systemClockOffset?: number };
}

/** The part of a client module that is used, under AWS's names. */
export type ClientModule = { CleanRoomsMLClient: new (config: ClientConfig) => Client } & {
  [Name in OperationName as `${Name}Command`]: new (
    input: Messages[Name][0],
  ) => object;
};
