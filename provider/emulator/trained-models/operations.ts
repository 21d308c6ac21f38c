import type * as shapes from "../../service/shapes";
import { failureOf, type OperationContext } from "../operations/context";
import { cancellation, replan, stepAt } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { versionNamed } from "./find";
import { tagsHolder } from "./tags-holder";
import { modelView } from "./views";

/** What each operation on trained models takes. */
export interface TrainedModelInputs {
  CreateTrainedModel: shapes.CreateTrainedModelRequest;
  GetTrainedModel: shapes.GetTrainedModelRequest;
  ListTrainedModels: shapes.ListTrainedModelsRequest;
  ListTrainedModelVersions: shapes.ListTrainedModelVersionsRequest;
  CancelTrainedModel: shapes.CancelTrainedModelRequest;
  DeleteTrainedModelOutput: shapes.DeleteTrainedModelOutputRequest;
}

/** GetTrainedModel. */
export function getTrainedModel(context: OperationContext, request: shapes.GetTrainedModelRequest): object {
  const record = versionNamed(context, request, "latest");
  return modelView(record, tagsHolder(context, record).tags, context.now, context.settings.readings);
}

/** CancelTrainedModel. */
export function cancelTrainedModel(context: OperationContext, request: shapes.CancelTrainedModelRequest): undefined {
  const { now, settings, store } = context;
  const record = versionNamed(context, request, "base");
  const { status } = stepAt(record, now);
  if (status !== "CREATE_PENDING" && status !== "CREATE_IN_PROGRESS")
    throw modelled("ConflictException", `The trained model can't be cancelled while it is in ${status}`);
  replan(record, now, cancellation(now, settings, settings.readings.afterCancel, failureOf(context, "fail-cancel")));
  store.save();
}
