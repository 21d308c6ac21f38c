import type { DeleteMLInputChannelDataRequest } from "../../service/shapes";
import { failureOf, type OperationContext } from "../operations/context";
import { deletion, replan, stepAt } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { channelNamed } from "./find";
import type { ChannelRecord } from "./record";
import { failTrainingsOn, isTrainedOn } from "./use";

/** DeleteMLInputChannelData. */
export function deleteMLInputChannelData(context: OperationContext, request: DeleteMLInputChannelDataRequest): undefined {
  const { now, settings, store } = context;
  const { readings } = settings;
  const record = channelNamed(context, request);
  if (!isToBeDeleted(context, record)) return undefined;
  if (isTrainedOn(context, record.arn)) {
    if (readings.deleteChannelInUse === "conflict")
      throw modelled("ConflictException", "The ML input channel is used by a training");
    if (readings.deleteChannelInUse === "fails-the-job") failTrainingsOn(context, record.arn);
  }
  replan(record, now, deletion(now, settings, readings.afterChannelDelete, failureOf(context, "fail-delete")));
  // Whatever its end was, nothing comes after it.
  record.expiresAt = now;
  store.save();
  return undefined;
}

/** False where a delete has nothing to do and says so with success. */
function isToBeDeleted({ settings: { readings }, now }: OperationContext, record: ChannelRecord): boolean {
  const { status } = stepAt(record, now);
  const conflict = () =>
    modelled("ConflictException", `The data of the ML input channel can't be deleted while it is in ${status}`);
  switch (status) {
    case "CREATE_PENDING":
    case "CREATE_IN_PROGRESS":
      if (readings.deleteChannelWhileCreating === "conflict") throw conflict();
      return true;
    case "CREATE_FAILED":
      if (readings.deleteChannelFailed === "conflict") throw conflict();
      return true;
    case "DELETE_PENDING":
    case "DELETE_IN_PROGRESS":
    case "INACTIVE":
      if (readings.deleteChannelInactive === "ok") return false;
      if (readings.deleteChannelInactive === "not-found" && status === "INACTIVE")
        throw modelled("ResourceNotFoundException", "The ML input channel has no data");
      throw conflict();
    default:
      return true;
  }
}
