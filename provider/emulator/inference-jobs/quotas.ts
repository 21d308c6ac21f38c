import type { OperationContext } from "../operations/context";
import { stepAt } from "../state/lifecycle";
import type { Excess } from "../trained-models/quotas";
import { ownInferenceJobs } from "./find";

const running = ["CREATE_PENDING", "CREATE_IN_PROGRESS", "CANCEL_PENDING", "CANCEL_IN_PROGRESS"];

/** The first quota that one more job of a membership would exceed. */
export function inferenceExcessOf(context: OperationContext, membershipIdentifier: string): Excess | undefined {
  const { inferenceJobsPerMembership, inferenceJobsPerAccount } = context.settings.quotas;
  const jobs = ownInferenceJobs(context).filter((record) => running.includes(stepAt(record, context.now).status));
  const ofMembership = jobs.filter(({ request }) => request.membershipIdentifier === membershipIdentifier);
  if (ofMembership.length + 1 > inferenceJobsPerMembership)
    return {
      quotaName: "Pending/In-progress custom model inference jobs per membership",
      quotaValue: inferenceJobsPerMembership,
    };
  if (jobs.length + 1 > inferenceJobsPerAccount)
    return { quotaName: "Pending/In-progress custom model inference jobs per account", quotaValue: inferenceJobsPerAccount };
  return undefined;
}
