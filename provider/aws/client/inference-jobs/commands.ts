import { commandsOf } from "../command";
import { retryOnlyThrottled } from "../retry";
import type { InferenceJobMessages } from "./messages";
import { inferenceJobOperations } from "./schemas";

const of = commandsOf<InferenceJobMessages>(inferenceJobOperations);

/** Starts a run. Repeated only when it was throttled. */
export class StartTrainedModelInferenceJobCommand extends of("StartTrainedModelInferenceJob", retryOnlyThrottled) {}

/** One run. */
export class GetTrainedModelInferenceJobCommand extends of("GetTrainedModelInferenceJob") {}

/** One page of a membership's runs. */
export class ListTrainedModelInferenceJobsCommand extends of("ListTrainedModelInferenceJobs") {}

/** Ends a run. */
export class CancelTrainedModelInferenceJobCommand extends of("CancelTrainedModelInferenceJob") {}
