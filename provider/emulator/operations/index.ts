import type * as shapes from "../../service/shapes";
import { type Context, failureOf } from "../context";
import { cancellation, deletion, replan, stepAt } from "../state/lifecycle";
import type { ModelRecord } from "../state/record";
import { modelled } from "../wire/errors";
import type { OperationName } from "../wire/routes";
import { createTrainedModel } from "./create";
import { versionOf, versionsOf } from "./find";
import { listTrainedModels, listTrainedModelVersions } from "./lists";
import { listTagsForResource, tagResource, tagsHolder, untagResource } from "./tags";
import { modelView } from "./views";

interface Inputs {
  CreateTrainedModel: shapes.CreateTrainedModelRequest;
  GetTrainedModel: shapes.GetTrainedModelRequest;
  ListTrainedModels: shapes.ListTrainedModelsRequest;
  ListTrainedModelVersions: shapes.ListTrainedModelVersionsRequest;
  CancelTrainedModel: shapes.CancelTrainedModelRequest;
  DeleteTrainedModelOutput: shapes.DeleteTrainedModelOutputRequest;
  TagResource: shapes.TagResourceRequest;
  UntagResource: shapes.UntagResourceRequest;
  ListTagsForResource: shapes.ListTagsForResourceRequest;
}

const handlers: { [N in OperationName]: (context: Context, input: Inputs[N]) => object | undefined } = {
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

/** Runs an operation on an input that the service model has accepted; undefined is an empty body. */
export function run(operation: OperationName, context: Context, input: Record<string, unknown>): object | undefined {
  const handler = handlers[operation] as (context: Context, input: unknown) => object | undefined;
  return handler(context, input);
}

function getTrainedModel(context: Context, request: shapes.GetTrainedModelRequest): object {
  const record = versionOf(context, request, "latest");
  return modelView(record, tagsHolder(context, record).tags, context.now, context.settings.readings);
}

function cancelTrainedModel(context: Context, request: shapes.CancelTrainedModelRequest): undefined {
  const { now, settings, store } = context;
  const record = versionOf(context, request, "base");
  const { status } = stepAt(record, now);
  if (status !== "CREATE_PENDING" && status !== "CREATE_IN_PROGRESS") throw conflict("cancelled", status);
  replan(record, now, cancellation(now, settings, settings.readings.afterCancel, failureOf(context, "fail-cancel")));
  store.save();
}

function deleteTrainedModelOutput(context: Context, request: shapes.DeleteTrainedModelOutputRequest): undefined {
  const { now, settings, store } = context;
  const named = versionOf(context, request, "base");
  const all = settings.readings.deleteBase === "all-versions" && named.version === undefined;
  const others = all ? versionsOf(context, request).filter((record) => record !== named) : [];
  // Judged before anything changes: a conflict of one leaves all as they were.
  const deleted = [named, ...others.filter((record) => stepAt(record, now).status !== "INACTIVE")].filter((record) =>
    isToBeDeleted(context, record),
  );
  const failure = deleted.length > 0 ? failureOf(context, "fail-delete") : undefined;
  for (const record of deleted) replan(record, now, deletion(now, settings, settings.readings.afterDelete, failure));
  store.save();
}

/** False where a delete has nothing to do and says so with success. */
function isToBeDeleted({ settings: { readings }, now }: Context, record: ModelRecord): boolean {
  const { status } = stepAt(record, now);
  const allowed = (reading: "allowed" | "conflict") => {
    if (reading === "conflict") throw conflict("deleted", status);
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
      throw conflict("deleted", status);
    default:
      return true;
  }
}

const conflict = (what: string, status: string) =>
  modelled("ConflictException", `The trained model can't be ${what} while it is in ${status}`);
