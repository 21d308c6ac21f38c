/** The types that the state knows the resources by, where the dynamic host serves them. */
export const types = {
  component: "cleanroomsml:index:TrainedModel",
  job: "pulumi-nodejs:dynamic/cleanroomsml:TrainingJob",
  waiter: "pulumi-nodejs:dynamic/cleanroomsml:TrainingWaiter",
} as const;

/** And where the provider plugin does. */
export const pluginTypes = {
  component: types.component,
  job: "cleanroomsml:index:TrainingJob",
  waiter: "cleanroomsml:index:TrainingWaiter",
} as const;
