import { commandsOf } from "../command";
import { retryOnlyThrottled } from "../retry";
import type { ExportJobMessages } from "./messages";
import { exportJobOperations } from "./schemas";

const of = commandsOf<ExportJobMessages>(exportJobOperations);

/** Starts a copy of a model into a member's bucket. Repeated only when it was throttled. */
export class StartTrainedModelExportJobCommand extends of("StartTrainedModelExportJob", retryOnlyThrottled) {}

/** One page of a model's export jobs. */
export class ListCollaborationTrainedModelExportJobsCommand extends of("ListCollaborationTrainedModelExportJobs") {}
