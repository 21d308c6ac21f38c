import type { Replacement } from "../../../core/run/engine-run";
import { idFrom } from "../../../core/values/ids";
import type { Values } from "../../../core/values/pick";
import { reasonsOf, textOfReason } from "../../../core/values/reasons";
import { isRecord } from "../../../utils/guards";
import { versionFrom } from "../identity";
import { trainedModelShape } from "../shape";
import { useOf } from "./instance-hours";
import { limitOf } from "./max-instance-hours";

/** How many reasons a line names. */
const MOST_REASONS = 5;

/** Why a model is about to be trained, and what it can use at most, in one line. */
export function announcement(
  inputs: Values,
  replacement: Replacement | undefined,
  limitOfStack: number | undefined,
  secrets: readonly string[],
): string {
  if (inputs.adopt !== undefined) return takeOver(inputs.adopt);
  const limit = typeof inputs.maxInstanceHours === "number" ? limitOf(inputs, limitOfStack, secrets)?.text : undefined;
  const use = [useOf(inputs, secrets).text, ...(limit === undefined ? [] : [limit])];
  if (replacement === undefined) return `trains: ${use.join("; ")}`;
  const isAdopted = replacement.recorded.adopt !== undefined;
  const loss = isAdopted ? "leaves the adopted model as it is" : "deletes the output of the old model";
  return `trains again: ${[...why(replacement, inputs, secrets), ...use, loss].join("; ")}`;
}

function why({ recorded, replaces, secrets: before }: Replacement, inputs: object, secrets: readonly string[]): string[] {
  if (replaces.length === 0) return ["asked for by replacementTrigger, replaceWith, --replace or a taint"];
  const reasons = reasonsOf(recorded, inputs, replaces, trainedModelShape, [...before, ...secrets]).map(textOfReason);
  const more = reasons.length - MOST_REASONS;
  return more <= 0 ? reasons : [...reasons.slice(0, MOST_REASONS), `and ${more} more`];
}

function takeOver(adopt: unknown): string {
  const { trainedModelArn: arn, versionIdentifier }: Values = isRecord(adopt) ? adopt : {};
  return `takes over ${typeof arn === "string" ? idFrom(arn, versionFrom(versionIdentifier)) : "a model"}; nothing is trained`;
}
