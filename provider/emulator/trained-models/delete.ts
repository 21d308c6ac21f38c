import type { DeleteTrainedModelOutputRequest } from "../../service/shapes";
import { failureOf, type OperationContext } from "../operations/context";
import { deletion, replan, stepAt } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { versionNamed, versionsOf } from "./find";
import type { ModelRecord } from "./record";

/** DeleteTrainedModelOutput. */
export function deleteTrainedModelOutput(context: OperationContext, request: DeleteTrainedModelOutputRequest): undefined {
  const { now, settings, store } = context;
  const named = versionNamed(context, request, "base");
  const all = settings.readings.deleteBase === "all-versions" && named.version === undefined;
  const others = all ? versionsOf(context, request).filter((record) => record !== named) : [];
  // Judged before anything changes: a conflict of one leaves all as they were.
  const deleted = [named, ...others.filter((record) => stepAt(record, now).status !== "INACTIVE")].filter((record) =>
    isToBeDeleted(context, record),
  );
  const failure = deleted.length > 0 ? failureOf(context, "fail-delete") : undefined;
  if (settings.readings.modelDeletedDuringInference === "conflict" && deleted.some((record) => isInferredOn(context, record)))
    throw modelled("ConflictException", "The trained model is used by an inference job");
  for (const record of deleted) replan(record, now, deletion(now, settings, settings.readings.afterDelete, failure));
  store.save();
}

/** Whether an inference job that runs uses the model. */
function isInferredOn({ store, now }: OperationContext, { arn, version }: ModelRecord): boolean {
  return store.inferenceJobs.some(
    (job) =>
      ["CREATE_PENDING", "CREATE_IN_PROGRESS"].includes(stepAt(job, now).status) &&
      job.request.trainedModelArn === arn &&
      job.request.trainedModelVersionIdentifier === version,
  );
}

/** False where a delete has nothing to do and says so with success. */
function isToBeDeleted({ settings: { readings }, now }: OperationContext, record: ModelRecord): boolean {
  const { status } = stepAt(record, now);
  const allowed = (reading: "allowed" | "conflict") => {
    if (reading === "conflict") throw conflict(status);
    return true;
  };
  switch (status) {
    case "CREATE_PENDING":
    case "CREATE_IN_PROGRESS":
    case "CANCEL_PENDING":
    case "CANCEL_IN_PROGRESS":
      return allowed(readings.deleteWhileCreating);
    case "CREATE_FAILED":
      return allowed(readings.deleteFailed);
    case "DELETE_PENDING":
    case "DELETE_IN_PROGRESS":
    case "INACTIVE":
      if (readings.deleteInactive === "ok") return false;
      if (readings.deleteInactive === "not-found" && status === "INACTIVE")
        throw modelled("ResourceNotFoundException", "The trained model has no output");
      throw conflict(status);
    default:
      return true;
  }
}

const conflict = (status: string) => modelled("ConflictException", `The trained model can't be deleted while it is in ${status}`);
