import { keysOf } from "../../service/keys-of";
import type { CleanRoomsMLClientConfig } from "./runtime";
import { type TagOperations, tagOperationNames } from "./tags/operations";
import { type TrainedModelOperations, trainedModelOperationNames } from "./trained-models/operations";

/** What goes out and what comes back, by operation. A resource adds its own. */
export type Operations = TrainedModelOperations & TagOperations;

/** The name of an operation that this package uses. */
export type OperationName = keyof Operations;

/** All of them. */
export const operationNames = keysOf<OperationName>({ ...trainedModelOperationNames, ...tagOperationNames });

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
    input: Operations[Name][0],
  ) => object;
};
