import type { Call } from "../state/faults";
import type { Store } from "../state/store";
import { nameOfModel } from "../trained-models/find";

/** What a call is about, for faults to be matched against. */
export function callOf(store: Store, operation: string | undefined, input: Record<string, unknown>): Call {
  const resourceArn = textOr(input.resourceArn);
  const trainedModelArn = textOr(input.trainedModelArn) ?? resourceArn;
  const channelArn = textOr(input.mlInputChannelArn) ?? resourceArn;
  const nameOfArn =
    nameOfModel(store, trainedModelArn, textOr(input.versionIdentifier)) ??
    store.channels.find(({ arn }) => arn === channelArn)?.request.name;
  const isCreate = operation?.startsWith("Create");
  return {
    operation,
    name: isCreate ? textOr(input.name) : nameOfArn,
    trainedModelArn,
    membershipIdentifier: textOr(input.membershipIdentifier),
  };
}

function textOr(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
