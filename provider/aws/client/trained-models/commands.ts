import { commandsOf } from "../command";
import { retryOnlyThrottled } from "../retry";
import type { TrainedModelMessages } from "./messages";
import { trainedModelOperations } from "./schemas";

const of = commandsOf<TrainedModelMessages>(trainedModelOperations);

/** Starts a training. Repeated only when it was throttled. */
export class CreateTrainedModelCommand extends of("CreateTrainedModel", retryOnlyThrottled) {}

/** Without a version, the latest one. */
export class GetTrainedModelCommand extends of("GetTrainedModel") {}

/** One page of a membership's models. */
export class ListTrainedModelsCommand extends of("ListTrainedModels") {}

/** One page of a model's versions. */
export class ListTrainedModelVersionsCommand extends of("ListTrainedModelVersions") {}

/** Without a version, the first one. */
export class CancelTrainedModelCommand extends of("CancelTrainedModel") {}

/** Without a version, the first one. */
export class DeleteTrainedModelOutputCommand extends of("DeleteTrainedModelOutput") {}
