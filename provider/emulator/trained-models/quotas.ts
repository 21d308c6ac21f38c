/** The limits of an account, as the service quotas page names them. */
export interface Quotas {
  /** Pending or in-progress training jobs per membership. */
  jobsPerMembership: number;
  /** Pending or in-progress training jobs per account. */
  jobsPerAccount: number;
  /** Live versions per trained model. */
  versionsPerModel: number;
  /** Instances that train at one time, per account. */
  instancesPerAccount: number;
  /** Instances that train at one time, per instance type; `"*"` is every type not named. A type without a number has no limit. */
  instancesPerType: Readonly<Record<string, number>>;
  /** ML input channels in ACTIVE, per membership. */
  activeChannelsPerMembership: number;
  /** Queries in progress, per membership: an ML input channel is one. */
  queriesPerMembership: number;
  /** Pending or in-progress inference jobs per membership. */
  inferenceJobsPerMembership: number;
  /** Pending or in-progress inference jobs per account. */
  inferenceJobsPerAccount: number;
}

/** AWS's defaults, with the instance types an account asked for left open. */
export const defaultQuotas: Quotas = {
  jobsPerMembership: 5,
  jobsPerAccount: 10,
  versionsPerModel: 100,
  instancesPerAccount: 10,
  instancesPerType: {},
  activeChannelsPerMembership: 100,
  queriesPerMembership: 5,
  inferenceJobsPerMembership: 5,
  inferenceJobsPerAccount: 10,
};

/** A fresh account: three types with three instances each, every other type with none. */
export const freshAccountQuotas: Quotas = {
  ...defaultQuotas,
  instancesPerType: { "ml.m5.2xlarge": 3, "ml.m5.4xlarge": 3, "ml.m5.12xlarge": 3, "*": 0 },
};

/** What an account uses already, before the create that is asked for. */
export interface Usage {
  jobsOfMembership: number;
  jobsOfAccount: number;
  versionsOfModel: number;
  instancesOfAccount: number;
  instancesOfType: number;
}

/** A quota that a create would exceed. */
export interface Excess {
  quotaName: string;
  quotaValue: number;
}

/** The first quota that one more job of `count` instances of `type` would exceed. */
export function excessOf(quotas: Quotas, used: Usage, type: string, count: number): Excess | undefined {
  const perType = quotas.instancesPerType[type] ?? quotas.instancesPerType["*"] ?? Number.POSITIVE_INFINITY;
  const rows: [string, number, number][] = [
    ["Pending/In-progress custom model training jobs per membership", used.jobsOfMembership + 1, quotas.jobsPerMembership],
    ["Pending/In-progress custom model training jobs per account", used.jobsOfAccount + 1, quotas.jobsPerAccount],
    ["Trained model versions per trained model", used.versionsOfModel + 1, quotas.versionsPerModel],
    [`${type} training instances per account`, used.instancesOfType + count, perType],
    ["Active training instances per account", used.instancesOfAccount + count, quotas.instancesPerAccount],
  ];
  const over = rows.find(([, wanted, allowed]) => wanted > allowed);
  return over && { quotaName: over[0], quotaValue: over[2] };
}
