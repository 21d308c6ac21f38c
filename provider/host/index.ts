/**
 * What runs in Pulumi's dynamic host. The state holds a few lines for each resource that load this module by name:
 * every operation, a destroy included, runs the version of the package that is installed.
 */
import { handlersOf } from "../handlers";
import { dynamicProvider } from "./dynamic";
import type { DynamicProvider } from "./provider";
import { run } from "./runtime";

const { TrainingJob, TrainingWaiter } = handlersOf(run);

export const job: DynamicProvider = dynamicProvider(TrainingJob);

export const waiter: DynamicProvider = dynamicProvider(TrainingWaiter, { deletes: false });
