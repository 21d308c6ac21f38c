/**
 * What runs in Pulumi's dynamic host. The state holds a line for each resource that loads this module by name: every
 * operation, a destroy included, runs the version of the package that is installed.
 */
import { handlersOf } from "../handlers";
import { dynamicProvider } from "./dynamic";
import type { DynamicProvider } from "./provider";
import { run } from "./runtime";

const { MlConfiguration, TrainingJob, TrainingWaiter } = handlersOf(run);

/** What the state calls for a TrainingJob. The name is recorded, so it can never change. */
export const job: DynamicProvider = dynamicProvider(TrainingJob);

/** What the state calls for a TrainingWaiter. */
export const waiter: DynamicProvider = dynamicProvider(TrainingWaiter, { deletes: false });

/** What the state calls for an MlConfiguration. */
export const mlConfiguration: DynamicProvider = dynamicProvider(MlConfiguration);
