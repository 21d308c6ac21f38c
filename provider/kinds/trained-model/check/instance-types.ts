/**
 * What AWS says of instance types in prose only; the types themselves are in the service model. Every name is
 * without its `ml.` here.
 */

/** Types with a default quota above 0: 3 instances each (docs.aws.amazon.com/general/latest/gr/clean-rooms-ml.html). */
const QUOTA_OF_3 = new Set(["m5.2xlarge", "m5.4xlarge", "m5.12xlarge"]);

/** Families in the service model that have no row among the quotas of that page. */
const WITHOUT_QUOTA = new Set(["p3", "p3dn"]);

/** "Supported instance types for distributed training" (user guide, use-distributed-training). */
const DISTRIBUTED = new Set(["m5.2xlarge", "m5.4xlarge", "m5.12xlarge", "g5.12xlarge", "g5.24xlarge"]);

/** Families with local NVMe disks (EC2's instance types); for these EC2 sets the size of the volume. */
const LOCAL_DISKS = new Set(["g4dn", "g5", "g6", "g6e", "p3dn", "p4d", "p4de", "p5", "p5en", "r5d", "trn1", "trn1n"]);

/** How many instances of a type a fresh account may use; undefined where AWS lists no quota at all. */
export function defaultQuota(type: string): number | undefined {
  if (WITHOUT_QUOTA.has(familyOf(type))) return undefined;
  return QUOTA_OF_3.has(bare(type)) ? 3 : 0;
}

/** Whether AWS names the type as fit for more than one instance. */
export function isForDistributedTraining(type: string): boolean {
  return DISTRIBUTED.has(bare(type));
}

/** The types that AWS names so, for a message. */
export const distributedTypes: readonly string[] = [...DISTRIBUTED].map((type) => `ml.${type}`);

/** Whether the type brings disks of its own. */
export function hasLocalDisks(type: string): boolean {
  return LOCAL_DISKS.has(familyOf(type));
}

function bare(type: string): string {
  return type.replace(/^ml\./, "");
}

function familyOf(type: string): string {
  return bare(type).split(".")[0] ?? "";
}
