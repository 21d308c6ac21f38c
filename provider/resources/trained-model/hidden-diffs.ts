import type { CustomResourceOptions } from "@pulumi/pulumi";
import { isRecord } from "../../utils/guards";
import type { TrainingJobArgs } from "./args";

/**
 * A preview of a replacement sets what the old model has beside what the program gives, as if all of the rest were
 * taken away. What only the service says is no difference, so `--diff` shows one short line for it.
 */
const servicesOwn = ["trainedModelArn", "versionIdentifier", "collaborationIdentifier", "createTime"];

/** What the service, or `create`, chooses where the program says nothing. A removal of it is still named on the component's row. */
const chosen = [
  "name",
  "region",
  "trainingInputMode",
  "stoppingCondition",
  "kmsKeyArn",
  "mlModelTrainingPayerAccountId",
] as const;

/** A job's `hideDiffs`, the program's own first. */
export function hiddenOfJob(args: Partial<TrainingJobArgs>, opts: CustomResourceOptions): string[] {
  return [
    ...(opts.hideDiffs ?? []),
    ...servicesOwn,
    ...chosen.filter((key) => args[key] === undefined),
    ...leftOut(args.resourceConfig, "resourceConfig", "instanceCount"),
    ...inList(args.dataChannels, "dataChannels", "s3DataDistributionType"),
    ...inList(args.incrementalTrainingDataChannels, "incrementalTrainingDataChannels", "modelName"),
  ];
}

/** A waiter's: all that it tells is the service's. */
export function hiddenOfWaiter(outputs: readonly string[], opts: CustomResourceOptions): string[] {
  return [...(opts.hideDiffs ?? []), ...outputs];
}

function inList(list: unknown, path: string, key: string): string[] {
  return Array.isArray(list) ? list.flatMap((item, index) => leftOut(item, `${path}[${index}]`, key)) : [];
}

/** An Output has every member as far as can be told here. */
function leftOut(value: unknown, path: string, key: string): string[] {
  return isRecord(value) && value[key] === undefined ? [`${path}.${key}`] : [];
}
