import { handlersOf } from "../handlers";
import { dynamicProvider } from "./dynamic";
import { run } from "./runtime";

/**
 * What runs in Pulumi's dynamic host. The state holds a few lines for each resource that load this module by name:
 * every operation, a destroy included, runs the version of the package that is installed.
 *
 * @internal
 */
const { TrainingJob, TrainingWaiter } = handlersOf(run);

export const job = dynamicProvider(TrainingJob);
export const waiter = dynamicProvider(TrainingWaiter);
