import type { Advice } from "../../../core/check/issues";
import type { Replacement } from "../../../core/run/engine-run";
import { idFrom } from "../../../core/values/ids";
import type { Values } from "../../../core/values/pick";
import { reasonsOf, textOfReason } from "../../../core/values/reasons";
import { isRecord } from "../../../service/guards";
import { versionFrom } from "../identity";
import { trainedModelShape } from "../shape";
import { hoursText, useOf } from "./instance-hours";
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

/** ML input channels last 30 days at most (CreateMLInputChannel: retentionInDays, 1 to 30). */
const LONGEST_RETENTION_DAYS = 30;

/** The channels were there before the old model: after so long, training from them again meets channels that are gone. */
export function expiredChannels({ recorded, replaces }: Replacement, now: number): Advice[] {
  const trained = typeof recorded.createTime === "string" ? Date.parse(recorded.createTime) : Number.NaN;
  const days = (now - trained) / 86_400_000;
  const channels: unknown[] = Array.isArray(recorded.dataChannels) ? recorded.dataChannels : [];
  const kept = channels.findIndex((_, index) => !replaces.some((path) => path.startsWith(`dataChannels[${index}]`)));
  if (!(days > LONGEST_RETENTION_DAYS) || kept < 0) return [];
  const message = `was there when the old model was trained, ${hoursText(Math.floor(days))} days ago; ML input channels last ${LONGEST_RETENTION_DAYS} days at most`;
  return [{ severity: "warning", path: `dataChannels[${kept}].mlInputChannelArn`, code: "channel-expired", message }];
}
