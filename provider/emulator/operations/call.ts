import type { Call } from "../state/faults";
import type { Store } from "../state/store";
import { nameOfModel } from "../trained-models/find";

/** What a call is about, for faults to be matched against. */
export function callOf(store: Store, operation: string | undefined, input: Record<string, unknown>): Call {
  const resourceArn = textOr(input.resourceArn);
  const trainedModelArn = textOr(input.trainedModelArn) ?? resourceArn;
  const otherArn = textOr(input.mlInputChannelArn) ?? textOr(input.trainedModelInferenceJobArn) ?? resourceArn;
  const nameOfArn =
    nameOfModel(store, trainedModelArn, textOr(input.versionIdentifier)) ??
    [...store.channels, ...store.inferenceJobs].find(({ arn }) => arn === otherArn)?.request.name;
  const isCreate = /^(Create|Start)/.test(operation ?? "");
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
