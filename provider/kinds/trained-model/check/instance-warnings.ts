import type { Advice } from "../../../core/check/issues";
import type { Values } from "../../../core/values/pick";
import { enumOf } from "../../../service/model";
import { isRecord, listOf } from "../../../utils/guards";
import { defaultQuota, distributedTypes, hasLocalDisks, isForDistributedTraining } from "./instance-types";

/** What AWS's prose says of the instances that are asked for. */
export function instanceWarnings(inputs: Values): Advice[] {
  return [quotas, distributed, distribution, localDisks].flatMap((rule) => rule(inputs));
}

function quotas(inputs: Values): Advice[] {
  const { type, count } = instancesOf(inputs);
  if (type === undefined || !isKnown(type)) return [];
  const path = "resourceConfig.instanceType";
  const code = "default-quota";
  const quota = defaultQuota(type);
  if (quota === undefined) {
    return [{ severity: "warning", path, code, message: "has no quota row among AWS's quotas and so can probably not be used" }];
  }
  if (count !== undefined && count <= quota) return [];
  const message = `has a default quota of ${quota} instances in an account${quota === 0 ? "" : `, and ${count ?? 1} are asked for`}`;
  const hint = "see Service Quotas, AWS Clean Rooms ML, for yours";
  return [{ severity: "info", path, code, message, hint }];
}

function distributed(inputs: Values): Advice[] {
  const { type, count = 1 } = instancesOf(inputs);
  if (type === undefined || !isKnown(type) || count <= 1 || isForDistributedTraining(type)) return [];
  const message = `is not among the types that AWS names for distributed training: ${distributedTypes.join(", ")}`;
  return [{ severity: "warning", path: "resourceConfig.instanceType", code: "distributed-type", message }];
}

/** How the objects of a channel are spread matters with more than one instance, and only then. */
function distribution(inputs: Values): Advice[] {
  const { count } = instancesOf(inputs);
  if (count === undefined) return [];
  const channels = listOf(inputs.dataChannels).flatMap((channel, index) =>
    isRecord(channel) ? [{ path: `dataChannels[${index}].s3DataDistributionType`, type: channel.s3DataDistributionType }] : [],
  );
  const sharded = channels.find(({ type }) => type === "ShardedByS3Key");
  const whole = channels.find(({ type }) => type === undefined || type === "FullyReplicated");
  const info = (path: string, code: string, message: string): Advice => ({ severity: "info", path, code, message });
  if (count === 1) {
    const message = "`ShardedByS3Key` has no effect with one instance";
    return sharded === undefined ? [] : [info(sharded.path, "sharded-alone", message)];
  }
  const shards = `an instance gets no data of a channel that has fewer than ${count} files`;
  const copies = `every one of the ${count} instances stores the whole channel: its volume must hold it`;
  return [
    ...(sharded === undefined ? [] : [info(sharded.path, "sharded-few-files", shards)]),
    ...(whole === undefined ? [] : [info(whole.path, "replicated-volume", copies)]),
  ];
}

function localDisks(inputs: Values): Advice[] {
  const { type } = instancesOf(inputs);
  if (type === undefined || !hasLocalDisks(type)) return [];
  const message = "the type has disks of its own, for which EC2 limits the size";
  return [{ severity: "info", path: "resourceConfig.volumeSizeInGB", code: "local-disks", message }];
}

/** Of a type that the service model lacks another warning tells, and the prose says nothing. */
function isKnown(type: string): boolean {
  return enumOf("InstanceType").includes(type);
}

/** Type and number of the instances, each undefined where it cannot be known or is no such thing. */
function instancesOf({ resourceConfig }: Values): { type?: string; count?: number } {
  if (!isRecord(resourceConfig)) return {};
  const { instanceType, instanceCount = 1 } = resourceConfig;
  return {
    ...(typeof instanceType === "string" ? { type: instanceType } : {}),
    ...(typeof instanceCount === "number" ? { count: instanceCount } : {}),
  };
}
