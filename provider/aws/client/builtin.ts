/** This package's own client, as one module: what stands in for `@aws-sdk/client-cleanroomsml`. */
export { CleanRoomsMLClient } from "./client";
export * from "./errors";
export * from "./export-jobs/commands";
export { StartTrainedModelExportJobRequest$ } from "./export-jobs/schemas";
export * from "./inference-jobs/commands";
export { StartTrainedModelInferenceJobRequest$ } from "./inference-jobs/schemas";
export * from "./ml-configuration/commands";
export { PutMLConfigurationRequest$ } from "./ml-configuration/schemas";
export * from "./ml-input-channels/commands";
export { CreateMLInputChannelRequest$ } from "./ml-input-channels/schemas";
export * from "./tags/commands";
export * from "./trained-models/commands";
export { CreateTrainedModelRequest$ } from "./trained-models/schemas";
