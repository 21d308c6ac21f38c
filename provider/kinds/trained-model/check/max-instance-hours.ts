import type { Issue } from "../../../core/check/issues";
import { covers } from "../../../core/values/paths";
import type { Values } from "../../../core/values/pick";
import { isUnknown } from "../../../core/values/unknown";
import { hoursText, useOf } from "./instance-hours";

/** The most instance-hours that a training to come may use, and who says so. */
export interface Limit {
  instanceHours: number;
  /** For the row: a limit that the program sets itself is to be seen. */
  text: string;
}

/**
 * The resource's own `maxInstanceHours` before the stack's; undefined where neither is set, or it cannot be known yet. An invalid one is
 * reported by `ownLimitIssues`.
 */
export function limitOf(inputs: Values, ofStack: number | undefined, secrets: readonly string[]): Limit | undefined {
  const own = inputs.maxInstanceHours;
  if (typeof own === "number" && own > 0) {
    const instead = ofStack === undefined ? "" : ` instead of the stack's ${hoursText(ofStack)}`;
    return { instanceHours: own, text: `limit set here: ${shownHours(own, secrets)}${instead}` };
  }
  if (isUnknown(own) || ofStack === undefined) return undefined;
  return { instanceHours: ofStack, text: `limit of the stack: ${hoursText(ofStack)} (cleanroomsml:maxInstanceHours)` };
}

/** Refuses a training that may use more than the limit. What is not known yet refuses nothing: `pulumi up` checks again. */
export function limitIssues(inputs: Values, ofStack: number | undefined, secrets: readonly string[]): Issue[] {
  const limit = limitOf(inputs, ofStack, secrets);
  const { instanceHours, isKnown, text } = useOf(inputs, secrets);
  if (limit === undefined || !isKnown || instanceHours <= limit.instanceHours) return [];
  return [
    {
      path: "stoppingCondition.maxRuntimeInSeconds",
      code: "max-instance-hours",
      message: `allows too much: ${text}; ${limit.text}`,
      hint: "lower it, take fewer instances, or raise `maxInstanceHours` on this resource",
    },
  ];
}

/** What is wrong with the resource's own limit. */
export function ownLimitIssues({ maxInstanceHours: own }: Values): Issue[] {
  if (own === undefined || isUnknown(own) || (typeof own === "number" && Number.isFinite(own) && own > 0)) return [];
  return [{ path: "maxInstanceHours", code: "type", message: "must be a number of hours above 0" }];
}

function shownHours(hours: number, secrets: readonly string[]): string {
  return covers(secrets, "maxInstanceHours") ? "[secret]" : hoursText(hours);
}
