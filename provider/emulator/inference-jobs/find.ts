import type { OperationContext } from "../operations/context";
import { exists } from "../state/lifecycle";
import { modelled } from "../wire/errors";
import type { InferenceRecord } from "./record";

/** What names one job. */
export interface InferenceReference {
  membershipIdentifier: string;
  trainedModelInferenceJobArn: string;
}

/** What the caller's account has in the region that is asked; of one membership, or of all. */
export function ownInferenceJobs({ store, caller }: OperationContext, membershipIdentifier?: string): InferenceRecord[] {
  return store.inferenceJobs.filter(
    ({ request, accountId, region }) =>
      accountId === caller.accountId &&
      region === caller.region &&
      (membershipIdentifier === undefined || request.membershipIdentifier === membershipIdentifier),
  );
}

/** A job of the caller's; 404 when there is none. */
export function inferenceJobNamed(context: OperationContext, reference: InferenceReference): InferenceRecord {
  const { membershipIdentifier, trainedModelInferenceJobArn: arn } = reference;
  const found = ownInferenceJobs(context, membershipIdentifier).find(
    (record) => record.arn === arn && exists(record, context.now),
  );
  if (found) return found;
  throw modelled("ResourceNotFoundException", `The inference job ${arn} was not found`);
}
