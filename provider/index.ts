/** AWS Clean Rooms ML trained models as Pulumi resources. */
export type {
  AdoptArgs,
  DataChannelArgs,
  IncrementalTrainingDataChannelArgs,
  InstanceType,
  ResourceConfigArgs,
  StoppingConditionArgs,
  TextInput,
  TrainedModelArgs,
  TrainingJobArgs,
} from "./resources/args";
export type {
  DataChannel,
  IncrementalTrainingDataChannel,
  ResourceConfig,
  StatusDetails,
  StoppingCondition,
  TrainedModelOutputs,
  TrainingJobOutputs,
  TrainingWaiterOutputs,
} from "./resources/outputs";
export {
  type AssumeRoleArgs,
  type AssumeRoleWithWebIdentityArgs,
  Provider,
  type ProviderArgs,
  type RoleSessionArgs,
} from "./resources/provider";
export { TrainedModel } from "./resources/trained-model";
export { TrainingJob } from "./resources/training-job";
export { TrainingWaiter, type TrainingWaiterArgs } from "./resources/training-waiter";
export type { PublishStatus, S3DataDistributionType, TrainedModelStatus, TrainingInputMode } from "./service/shapes";
