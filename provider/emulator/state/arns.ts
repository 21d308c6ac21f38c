import { createHash, randomUUID } from "node:crypto";
import type { OperationContext } from "../operations/context";

const partitions: readonly (readonly [prefix: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-iso-", "aws-iso"],
];

/** The ARN of something new in a membership; `kind` is what its ARN calls it. */
export function newArn({ caller: { region, accountId } }: OperationContext, membership: string, kind: string): string {
  const partition = partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
  return `arn:${partition}:cleanrooms-ml:${region}:${accountId}:membership/${membership}/${kind}/${randomUUID()}`;
}

/** A membership is in one collaboration for its life. */
export function collaborationOf(membershipIdentifier: string): string {
  const hex = createHash("sha256").update(membershipIdentifier).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
