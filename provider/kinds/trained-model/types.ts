/** The types that the state knows the resources by. */
export const types = {
  component: "cleanroomsml:index:TrainedModel",
  job: "pulumi-nodejs:dynamic/cleanroomsml:TrainingJob",
  waiter: "pulumi-nodejs:dynamic/cleanroomsml:TrainingWaiter",
} as const;
