import { trainedModel } from "../kinds/trained-model/kind";
import type { Handlers } from "./handlers";
import { jobHandlers } from "./job";
import { mlConfigurationHandlers } from "./ml-configuration";
import type { Run } from "./run";
import { waiterHandlers } from "./waiter";

/** The types of resources, by the last part of their names. */
export type ResourceType = "MlConfiguration" | "TrainingJob" | "TrainingWaiter";

/** Who answers for each type of resource. A further resource is a line here. */
export function handlersOf(run: Run): Record<ResourceType, Handlers> {
  return {
    MlConfiguration: mlConfigurationHandlers(run),
    TrainingJob: jobHandlers(trainedModel, run),
    TrainingWaiter: waiterHandlers(trainedModel, run),
  };
}
