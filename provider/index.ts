/** AWS Clean Rooms ML trained models as Pulumi resources. */

export type {
  DestinationArgs,
  MLOutputConfigurationArgs,
  MlConfigurationArgs,
  S3ConfigMapArgs,
} from "./resources/ml-configuration/args";
export { MlConfiguration } from "./resources/ml-configuration/ml-configuration";
export type {
  Destination,
  MLOutputConfiguration,
  MlConfigurationOutputs,
  S3ConfigMap,
} from "./resources/ml-configuration/outputs";
export {
  type AssumeRoleArgs,
  type AssumeRoleWithWebIdentityArgs,
  Provider,
  type ProviderArgs,
  type RoleSessionArgs,
} from "./resources/shared/provider";
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
} from "./resources/trained-model/args";
export type {
  DataChannel,
  IncrementalTrainingDataChannel,
  ResourceConfig,
  StatusDetails,
  StoppingCondition,
  TrainedModelOutputs,
  TrainingJobOutputs,
  TrainingWaiterOutputs,
} from "./resources/trained-model/outputs";
export { TrainedModel } from "./resources/trained-model/trained-model";
export { TrainingJob } from "./resources/trained-model/training-job";
export { TrainingWaiter, type TrainingWaiterArgs } from "./resources/trained-model/training-waiter";
export type { PublishStatus, S3DataDistributionType, TrainedModelStatus, TrainingInputMode } from "./service/shapes";
