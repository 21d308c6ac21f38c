import type { StartTrainedModelInferenceJobRequest } from "../../service/shapes";
import { requireReceiver } from "../ml-configuration/receiver";
import { channelFailure } from "../ml-input-channels/use";
import { failureOf, type OperationContext } from "../operations/context";
import { validateTags } from "../operations/tag-rules";
import { collaborationOf, newArn } from "../state/arns";
import { creation, stillborn } from "../state/lifecycle";
import { modelOfJob } from "../trained-models/job-model";
import { invalid, modelled } from "../wire/errors";
import { ownInferenceJobs } from "./find";
import { inferenceExcessOf } from "./quotas";
import type { InferenceRecord } from "./record";

/** StartTrainedModelInferenceJob. */
export function startTrainedModelInferenceJob(context: OperationContext, request: StartTrainedModelInferenceJobRequest): object {
  const { store, settings, caller, now } = context;
  validateTags(request.tags ?? {});
  validateName(context, request);
  const { record: model, failure: unusable } = modelOfJob(context, request);
  const wanted = request.configuredModelAlgorithmAssociationArn ?? model.request.configuredModelAlgorithmAssociationArn;
  if (request.configuredModelAlgorithmAssociationArn === undefined && settings.readings.inferenceAssociation === "validation")
    throw invalid("configuredModelAlgorithmAssociationArn must be given");
  const withoutData = channelFailure(context, [request.dataSource], wanted);
  const withoutPlace = requireReceiver(context, request);
  const excess = inferenceExcessOf(context, request.membershipIdentifier);
  if (excess && settings.readings.quotaExcess === "402") {
    const { quotaName, quotaValue } = excess;
    const text = `The request exceeds the quota "${quotaName}" of ${quotaValue}`;
    throw modelled("ServiceQuotaExceededException", text, { quotaName, quotaValue });
  }
  const full = excess && { statusCode: "SERVICE_QUOTA_EXCEEDED", message: `The quota "${excess.quotaName}" is used up` };
  const stopped = unusable ?? withoutData ?? withoutPlace ?? full;
  const { tags = {}, ...rest } = request;
  const record: InferenceRecord = {
    sequence: store.nextSequenceOf(store.inferenceJobs),
    arn: newArn(context, request.membershipIdentifier, "trained-model-inference-job"),
    accountId: caller.accountId,
    region: caller.region,
    collaborationIdentifier: collaborationOf(request.membershipIdentifier),
    request: { ...rest, trainedModelVersionIdentifier: model.version, configuredModelAlgorithmAssociationArn: wanted },
    tags,
    createTime: now,
    steps: stopped
      ? stillborn(now, settings, stopped)
      : creation(now, settings, settings.inferenceSeconds, failureOf(context, "fail-inference")),
  };
  store.addInferenceJob(record);
  return { trainedModelInferenceJobArn: record.arn };
}

function validateName(context: OperationContext, request: StartTrainedModelInferenceJobRequest): void {
  const { name, membershipIdentifier } = request;
  if (context.settings.readings.jobNameReuse === "allowed") return;
  const isTaken = ownInferenceJobs(context, membershipIdentifier).some((record) => record.request.name === name);
  if (isTaken) throw modelled("ConflictException", `An inference job named ${name} already exists`);
}
