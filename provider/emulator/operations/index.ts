import { type ExportJobInputs, listExportJobs, startTrainedModelExportJob } from "../export-jobs/operations";
import {
  cancelTrainedModelInferenceJob,
  getTrainedModelInferenceJob,
  type InferenceJobInputs,
  listTrainedModelInferenceJobs,
} from "../inference-jobs/operations";
import { startTrainedModelInferenceJob } from "../inference-jobs/start";
import {
  deleteMLConfiguration,
  getMLConfiguration,
  type MLConfigurationInputs,
  putMLConfiguration,
} from "../ml-configuration/operations";
import { getCollaborationMLInputChannel, listCollaborationMLInputChannels } from "../ml-input-channels/collaboration";
import { createMLInputChannel } from "../ml-input-channels/create";
import { deleteMLInputChannelData } from "../ml-input-channels/delete";
import { getMLInputChannel, listMLInputChannels, type MLInputChannelInputs } from "../ml-input-channels/operations";
import { createTrainedModel } from "../trained-models/create";
import { deleteTrainedModelOutput } from "../trained-models/delete";
import { listTrainedModels, listTrainedModelVersions } from "../trained-models/lists";
import { cancelTrainedModel, getTrainedModel, type TrainedModelInputs } from "../trained-models/operations";
import type { OperationContext } from "./context";
import { listTagsForResource, type TagInputs, tagResource, untagResource } from "./tags";

/** What each operation takes. A resource adds its own. */
export type OperationInputs = MLConfigurationInputs &
  MLInputChannelInputs &
  TrainedModelInputs &
  InferenceJobInputs &
  ExportJobInputs &
  TagInputs;

/** The operations that the emulator has. */
export type OperationName = keyof OperationInputs;

const handlers: { [Name in OperationName]: (context: OperationContext, input: OperationInputs[Name]) => object | undefined } = {
  CreateMLInputChannel: createMLInputChannel,
  GetMLInputChannel: getMLInputChannel,
  ListMLInputChannels: listMLInputChannels,
  DeleteMLInputChannelData: deleteMLInputChannelData,
  GetCollaborationMLInputChannel: getCollaborationMLInputChannel,
  ListCollaborationMLInputChannels: listCollaborationMLInputChannels,
  StartTrainedModelInferenceJob: startTrainedModelInferenceJob,
  GetTrainedModelInferenceJob: getTrainedModelInferenceJob,
  ListTrainedModelInferenceJobs: listTrainedModelInferenceJobs,
  CancelTrainedModelInferenceJob: cancelTrainedModelInferenceJob,
  StartTrainedModelExportJob: startTrainedModelExportJob,
  ListCollaborationTrainedModelExportJobs: listExportJobs,
  PutMLConfiguration: putMLConfiguration,
  GetMLConfiguration: getMLConfiguration,
  DeleteMLConfiguration: deleteMLConfiguration,
  CreateTrainedModel: createTrainedModel,
  GetTrainedModel: getTrainedModel,
  ListTrainedModels: listTrainedModels,
  ListTrainedModelVersions: listTrainedModelVersions,
  CancelTrainedModel: cancelTrainedModel,
  DeleteTrainedModelOutput: deleteTrainedModelOutput,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
};

/** Whether the emulator has an operation of the service model. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(handlers, name);
}

/** Runs an operation on an input that the service model has accepted; undefined is an empty body. */
export function run<Name extends OperationName>(
  operation: Name,
  context: OperationContext,
  input: OperationInputs[Name],
): object | undefined {
  return handlers[operation](context, input);
}
