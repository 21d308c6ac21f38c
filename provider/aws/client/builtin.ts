/** This package's own client, as one module: what stands in for `@aws-sdk/client-cleanroomsml`. */
export { CleanRoomsMLClient } from "./client";
export * from "./commands";
export * from "./errors";
export { CreateTrainedModelRequest$ } from "./schemas";
