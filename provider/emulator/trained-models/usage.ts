import type { OperationContext } from "../operations/context";
import { stepAt } from "../state/lifecycle";
import { ownRecords } from "./find";
import type { Usage } from "./quotas";

/** A job keeps its place and its instances until its cancel has ended. */
const running = ["CREATE_PENDING", "CREATE_IN_PROGRESS", "CANCEL_PENDING", "CANCEL_IN_PROGRESS"];

/** What counts against a create of this membership, instance type and, for a new version, model. */
export function usageOf(
  context: OperationContext,
  asked: { membershipIdentifier: string; instanceType: string; arn: string | undefined },
): Usage {
  const own = ownRecords(context);
  const jobs = own.filter((record) => running.includes(stepAt(record, context.now).status));
  const instances = (of: typeof jobs) => of.reduce((sum, { request }) => sum + (request.resourceConfig.instanceCount ?? 1), 0);
  return {
    jobsOfMembership: jobs.filter(({ request }) => request.membershipIdentifier === asked.membershipIdentifier).length,
    jobsOfAccount: jobs.length,
    versionsOfModel: own.filter(
      (record) => record.arn === asked.arn && [...running, "ACTIVE"].includes(stepAt(record, context.now).status),
    ).length,
    instancesOfAccount: instances(jobs),
    instancesOfType: instances(jobs.filter(({ request }) => request.resourceConfig.instanceType === asked.instanceType)),
  };
}
