import { randomUUID } from "node:crypto";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { channelFailure } from "../ml-input-channels/use";
import { failureOf, type OperationContext } from "../operations/context";
import { validateTags } from "../operations/tag-rules";
import { collaborationOf, newArn } from "../state/arns";
import { creation, type PlannedStep, stepAt, stillborn } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import { validateCreate } from "./create-rules";
import { ownRecords, versionNamed } from "./find";
import { type Excess, excessOf } from "./quotas";
import type { ModelRecord } from "./record";
import { tagsHolder } from "./tags-holder";
import { usageOf } from "./usage";
import { wireVersion } from "./views";

/** CreateTrainedModel. */
export function createTrainedModel(context: OperationContext, request: CreateTrainedModelRequest): object {
  const { store, settings, caller, now } = context;
  validateCreate(request);
  const unusable = channelFailure(context, request.dataChannels, request.configuredModelAlgorithmAssociationArn);
  const parent = parentOf(context, request);
  const holder = holderOf(context, request);
  const sibling = (parent && settings.readings.incremental === "same-arn" ? parent : undefined) ?? holder;
  const excess = excessFor(context, request, sibling?.arn);
  const stopped = excess ? quotaFailure(excess) : unusable;
  const { tags = {}, ...rest } = request;
  const record: ModelRecord = {
    sequence: store.nextSequence,
    arn: sibling?.arn ?? newArn(context, request.membershipIdentifier, "trained-model"),
    version: sibling && randomUUID(),
    accountId: caller.accountId,
    region: caller.region,
    collaborationIdentifier: collaborationOf(request.membershipIdentifier),
    request: rest,
    parent: parent && { name: parent.request.name, version: parent.version },
    tags,
    createTime: now,
    steps: stopped ? stillborn(now, settings, stopped) : planOf(context, request),
  };
  const shared = tagsHolder(context, record);
  if (shared !== record) {
    const merged = { ...shared.tags, ...tags };
    validateTags(merged);
    shared.tags = merged;
  }
  store.add(record);
  return { trainedModelArn: record.arn, ...wireVersion(record.version, settings.readings) };
}

/** The version that an incremental training begins from; it must be there and ACTIVE. */
function parentOf(context: OperationContext, request: CreateTrainedModelRequest): ModelRecord | undefined {
  const channel = request.incrementalTrainingDataChannels?.[0];
  if (!channel) return undefined;
  const { membershipIdentifier } = request;
  const parent = versionNamed(context, { ...channel, membershipIdentifier }, context.settings.readings.incrementalDefault);
  if (stepAt(parent, context.now).status === "ACTIVE") return parent;
  throw modelled("ConflictException", "The trained model of the incremental training channel is not ACTIVE");
}

/** The model whose name is asked for again, when that makes a new version of it; a conflict where names are unique. */
function holderOf(context: OperationContext, { name, membershipIdentifier }: CreateTrainedModelRequest): ModelRecord | undefined {
  const { nameReuse } = context.settings.readings;
  if (nameReuse === "allowed") return undefined;
  const live = (record: ModelRecord) => !["INACTIVE", "GONE"].includes(stepAt(record, context.now).status);
  const holder = ownRecords(context, membershipIdentifier).find(
    (record) => record.request.name === name && (nameReuse === "conflict-for-ever" || live(record)),
  );
  if (!holder || nameReuse === "new-version") return holder;
  throw modelled("ConflictException", `A trained model named ${name} already exists`);
}

function excessFor(
  context: OperationContext,
  { membershipIdentifier, resourceConfig }: CreateTrainedModelRequest,
  arn: string | undefined,
) {
  const { instanceType, instanceCount = 1 } = resourceConfig;
  const { quotas, readings } = context.settings;
  const excess = excessOf(quotas, usageOf(context, { membershipIdentifier, instanceType, arn }), instanceType, instanceCount);
  if (excess && readings.quotaExcess === "402") throw modelled("ServiceQuotaExceededException", quotaText(excess), { ...excess });
  return excess;
}

const quotaText = ({ quotaName, quotaValue }: Excess) => `The request exceeds the quota "${quotaName}" of ${quotaValue}`;
const quotaFailure = (excess: Excess) => ({ statusCode: "SERVICE_QUOTA_EXCEEDED", message: quotaText(excess) });

function planOf(context: OperationContext, request: CreateTrainedModelRequest): PlannedStep[] {
  const { faults, call, now, settings } = context;
  const seconds = faults.take(call, ["training-time"])?.seconds ?? settings.trainingSeconds(request);
  return creation(now, settings, seconds, failureOf(context, "fail-training"));
}
