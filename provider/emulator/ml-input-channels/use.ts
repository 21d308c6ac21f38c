import type { OperationContext } from "../operations/context";
import { detailsOf, type PhaseFailure, replan, stepAt } from "../state/lifecycle";
import { type RefusalReading, refusalOrFailure } from "../state/refusal";
import type { ModelRecord } from "../trained-models/record";
import { invalid } from "../wire/errors";
import type { ChannelRecord } from "./record";

/**
 * What stands against a job on some channels. A channel that the emulator never made is taken to be ACTIVE: it may
 * be another member's.
 */
export function channelFailure(
  context: OperationContext,
  channels: readonly { mlInputChannelArn: string }[],
  associationArn: string,
): PhaseFailure | undefined {
  const named = channels.flatMap(({ mlInputChannelArn }) => channelsOf(context, mlInputChannelArn));
  for (const record of named) {
    requireAssociation(context, record, associationArn);
    const failure = failureOfUse(context, record);
    if (failure) return failure;
  }
  return undefined;
}

/** Whether a training that runs uses a channel. */
export function isTrainedOn(context: OperationContext, arn: string): boolean {
  return trainingsOn(context, arn).length > 0;
}

/** The trainings that run on a channel fail. */
export function failTrainingsOn(context: OperationContext, arn: string): void {
  const details = detailsOf({ statusCode: "INPUT_CHANNEL_DELETED", message: "The data of an ML input channel was deleted" });
  for (const record of trainingsOn(context, arn)) {
    replan(record, context.now, [{ at: context.now, status: "CREATE_FAILED", details, trained: true }]);
  }
}

function trainingsOn({ store, now }: OperationContext, arn: string): ModelRecord[] {
  return store.records.filter(
    (record) =>
      ["CREATE_PENDING", "CREATE_IN_PROGRESS"].includes(stepAt(record, now).status) &&
      record.request.dataChannels.some(({ mlInputChannelArn }) => mlInputChannelArn === arn),
  );
}

function channelsOf({ store }: OperationContext, arn: string): ChannelRecord[] {
  return store.channels.filter((record) => record.arn === arn);
}

function failureOfUse(context: OperationContext, record: ChannelRecord): PhaseFailure | undefined {
  const { status } = stepAt(record, context.now);
  const { useOfUnready, useOfInactive, useOfExpired } = context.settings.readings;
  if (status === "CREATE_PENDING" || status === "CREATE_IN_PROGRESS" || status === "CREATE_FAILED")
    return refused(useOfUnready, `is ${status}`);
  if (context.now >= record.expiresAt && !isDeleted(record)) return refused(useOfExpired, "has expired");
  return status === "ACTIVE" ? undefined : refused(useOfInactive, "has no data");
}

const isDeleted = ({ steps }: ChannelRecord) => steps.some(({ status }) => status.startsWith("DELETE_"));

function requireAssociation({ settings }: OperationContext, { request }: ChannelRecord, wanted: string): void {
  const isOther = !request.configuredModelAlgorithmAssociations.includes(wanted);
  if (isOther && settings.readings.channelOfOtherAssociation === "validation")
    throw invalid("The ML input channel is of another configured model algorithm association");
}

const refused = (reading: RefusalReading, why: string): PhaseFailure =>
  refusalOrFailure(reading, { statusCode: "INPUT_CHANNEL_NOT_USABLE", message: `The ML input channel ${why}` });
