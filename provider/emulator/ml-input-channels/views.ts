import type { GetMLInputChannelResponse, InputChannel, MLInputChannelSummary, PayerConfiguration } from "../../service/shapes";
import { stepAt } from "../state/lifecycle";
import type { Readings } from "../state/readings";
import type { ChannelRecord } from "./record";

/** A response as JSON carries it. */
type Wire<T> = Omit<T, "createTime" | "updateTime" | "status"> & { createTime: string; updateTime: string; status: string };

/** A row of the list. */
export function channelSummary(record: ChannelRecord, now: number, readings: Readings): Wire<MLInputChannelSummary> {
  const { request } = record;
  const step = stepAt(record, now);
  return {
    createTime: time(record.createTime),
    updateTime: time(step.at),
    membershipIdentifier: request.membershipIdentifier,
    collaborationIdentifier: record.collaborationIdentifier,
    name: request.name,
    configuredModelAlgorithmAssociations: request.configuredModelAlgorithmAssociations,
    protectedQueryIdentifier: record.protectedQueryIdentifier,
    mlInputChannelArn: record.arn,
    status: step.status,
    description: request.description,
    payerConfiguration: payerOf(record, readings),
  };
}

/** What GetMLInputChannel answers. */
export function channelView(record: ChannelRecord, now: number, readings: Readings): Wire<GetMLInputChannelResponse> {
  const { request, tags } = record;
  const hasRun = record.steps.some(({ at, trained }) => trained && at <= now);
  return {
    ...channelSummary(record, now, readings),
    statusDetails: stepAt(record, now).details,
    retentionInDays: request.retentionInDays,
    inputChannel: inputOf(request.inputChannel, readings),
    kmsKeyArn: request.kmsKeyArn,
    tags,
    ...(hasRun ? { numberOfRecords: 1_000, numberOfFiles: 1, sizeInGb: 0.01 } : {}),
  };
}

function inputOf({ dataSource, roleArn }: InputChannel, { channelDefaults, echoOfSql }: Readings): InputChannel {
  const given = dataSource.protectedQueryInputParameters;
  if (given === undefined) return { dataSource, roleArn };
  const filled =
    channelDefaults === "filled"
      ? { resultFormat: "CSV" as const, computeConfiguration: { worker: { type: "CR.1X" as const, number: 16 } }, ...given }
      : given;
  const sqlParameters = echoOfSql === "given" ? given.sqlParameters : {};
  return { dataSource: { protectedQueryInputParameters: { ...filled, sqlParameters } }, roleArn };
}

function payerOf({ request, accountId }: ChannelRecord, { channelDefaults }: Readings): PayerConfiguration | undefined {
  return request.payerConfiguration ?? (channelDefaults === "filled" ? { computePayerAccountId: accountId } : undefined);
}

const time = (at: number): string => new Date(at).toISOString();
