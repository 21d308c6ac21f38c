import { randomUUID } from "node:crypto";
import type { CreateMLInputChannelRequest } from "../../service/shapes";
import { failureOf, type OperationContext } from "../operations/context";
import { validateTags } from "../operations/tag-rules";
import { collaborationOf, newArn } from "../state/arns";
import { creation, type PhaseFailure, type PlannedStep, stepAt, stillborn } from "../state/lifecycle";
import { invalid, modelled } from "../wire/errors";
import { ownChannels } from "./find";
import { type ChannelExcess, channelExcessOf } from "./quotas";
import type { ChannelRecord } from "./record";

const DAY_MS = 86_400_000;

/** CreateMLInputChannel. */
export function createMLInputChannel(context: OperationContext, request: CreateMLInputChannelRequest): object {
  const { store, settings, caller, now } = context;
  validateQuery(context, request);
  validateTags(request.tags ?? {});
  validateName(context, request);
  const excess = channelExcessOf(context, request.membershipIdentifier);
  if (excess && settings.readings.quotaExcess === "402")
    throw modelled("ServiceQuotaExceededException", quotaText(excess), { ...excess });
  const { tags = {}, ...rest } = request;
  const made = excess ? stillborn(now, settings, quotaFailure(excess)) : planOf(context, request);
  const active = made.find(({ status }) => status === "ACTIVE")?.at;
  const from = settings.readings.retentionFrom === "create" ? now : (active ?? now);
  const expiresAt = from + request.retentionInDays * DAY_MS;
  const record: ChannelRecord = {
    sequence: store.nextSequenceOf(store.channels),
    arn: newArn(context, request.membershipIdentifier, "ml-input-channel"),
    accountId: caller.accountId,
    region: caller.region,
    collaborationIdentifier: collaborationOf(request.membershipIdentifier),
    request: rest,
    tags,
    createTime: now,
    protectedQueryIdentifier: randomUUID(),
    expiresAt,
    steps: active === undefined ? made : [...made, ...expiryOf(context, expiresAt)],
  };
  store.addChannel(record);
  return { mlInputChannelArn: record.arn };
}

/** One of the two says what is asked; a query that is none is found when it runs, or at once. */
function validateQuery({ settings }: OperationContext, { inputChannel }: CreateMLInputChannelRequest): void {
  const { queryString = "", analysisTemplateArn } = sqlOf(inputChannel);
  if ((queryString.trim() === "") === (analysisTemplateArn === undefined))
    throw invalid("Exactly one of queryString and analysisTemplateArn must be given");
  if (settings.readings.badSql === "validation" && isBadSql(queryString)) throw invalid("The query is not valid");
}

const sqlOf = ({ dataSource }: CreateMLInputChannelRequest["inputChannel"]) =>
  dataSource.protectedQueryInputParameters?.sqlParameters ?? {};

/** As much of SQL as tells a query from a slip. */
const isBadSql = (query: string) => query.trim() !== "" && !/^\s*(select|with)\b/i.test(query);

function validateName(context: OperationContext, { name, membershipIdentifier }: CreateMLInputChannelRequest): void {
  const { channelNameReuse } = context.settings.readings;
  if (channelNameReuse === "allowed") return;
  const live = (record: ChannelRecord) => !["INACTIVE", "GONE"].includes(stepAt(record, context.now).status);
  const isTaken = ownChannels(context, membershipIdentifier).some(
    (record) => record.request.name === name && (channelNameReuse === "conflict-for-ever" || live(record)),
  );
  if (isTaken) throw modelled("ConflictException", `An ML input channel named ${name} already exists`);
}

function planOf(context: OperationContext, { inputChannel }: CreateMLInputChannelRequest): PlannedStep[] {
  const { now, settings } = context;
  const bad = isBadSql(sqlOf(inputChannel).queryString ?? "")
    ? { statusCode: "QUERY_FAILED", message: "The query failed" }
    : undefined;
  return creation(now, settings, settings.querySeconds, failureOf(context, "fail-query") ?? bad);
}

function expiryOf({ settings }: OperationContext, at: number): PlannedStep[] {
  const { channelExpiry } = settings.readings;
  if (channelExpiry === "active-without-data") return [];
  return [{ at, status: channelExpiry === "gone" ? "GONE" : "INACTIVE" }];
}

const quotaText = ({ quotaName, quotaValue }: ChannelExcess) => `The request exceeds the quota "${quotaName}" of ${quotaValue}`;
const quotaFailure = (excess: ChannelExcess): PhaseFailure => ({
  statusCode: "SERVICE_QUOTA_EXCEEDED",
  message: quotaText(excess),
});
