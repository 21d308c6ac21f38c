import { textOfDuration } from "../../../core/values/duration";
import { touches } from "../../../core/values/paths";
import { isUnknown } from "../../../core/values/unknown";
import { shapeOf } from "../../../service/model";
import { isRecord } from "../../../utils/guards";

/** The most that a training can use, from its inputs alone; what cannot be known yet counts as AWS's maximum. */
export interface Use {
  instanceHours: number;
  /** The program, not AWS, sets the longest run time. */
  isBounded: boolean;
  /** Nothing that decides it is unknown. */
  isKnown: boolean;
  /** `at most 8 instance-hours (2 × ml.g5.12xlarge × 4 h), paid by 123456789012`, without what is secret. */
  text: string;
}

/** AWS's longest run time, which no stopping condition means. */
const LONGEST = shapeOf("StoppingConditionMaxRuntimeInSecondsInteger").max ?? 0;
const MOST_INSTANCES = shapeOf("ResourceConfigInstanceCountInteger").max ?? 0;

/** What a training with these inputs can use at most, in instance-hours; AWS's bill may be counted otherwise. */
export function useOf(inputs: Record<string, unknown>, secrets: readonly string[] = []): Use {
  const config = isRecord(inputs.resourceConfig) ? inputs.resourceConfig : {};
  const condition = isRecord(inputs.stoppingCondition) ? inputs.stoppingCondition : {};
  const count = config.instanceCount ?? 1;
  const seconds = condition.maxRuntimeInSeconds;
  const unknownValues = [inputs.resourceConfig, inputs.stoppingCondition, count, seconds].filter(isUnknown);
  const bound = typeof seconds === "number" ? seconds : LONGEST;
  const instanceHours = ((typeof count === "number" ? count : MOST_INSTANCES) * bound) / 3_600;
  const isBounded = typeof seconds === "number" || isUnknown(seconds) || isUnknown(inputs.stoppingCondition);
  const isKnown = unknownValues.length === 0;
  const parts = `${shown(count)} × ${shown(config.instanceType)} × ${isBounded ? durationText(seconds) : `${LONGEST / 86_400} days`}`;
  const hours = `${instanceHoursText(instanceHours)} (${parts})`;
  const isSecret = touches(secrets, "resourceConfig") || touches(secrets, "stoppingCondition");
  const amount = isSecret
    ? "at most [secret] instance-hours"
    : isBounded
      ? `at most ${hours}`
      : `no bound set: up to ${LONGEST / 86_400} days, ${hours}`;
  return { instanceHours, isBounded, isKnown, text: `${amount}, paid by ${payerOf(inputs, secrets)}` };
}

/** Hours as a person writes them: `8`, `0.5`, `0.02`; a tiny amount is never called none. */
export function hoursText(hours: number): string {
  return String(hours > 0 && hours < 0.01 ? 0.01 : Math.round(hours * 100) / 100);
}

function durationText(seconds: unknown): string {
  return typeof seconds === "number" ? textOfDuration(seconds * 1_000) : shown(seconds);
}

/** A text with white space in it is none of a type or an account, and refused. */
function shown(value: unknown): string {
  return typeof value === "number" || (typeof value === "string" && /^\S+$/.test(value)) ? String(value) : "[not yet known]";
}

function payerOf({ mlModelTrainingPayerAccountId: payer }: Record<string, unknown>, secrets: readonly string[]): string {
  if (payer === undefined || payer === null) return "the collaboration's default payer";
  return touches(secrets, "mlModelTrainingPayerAccountId") ? "[secret]" : shown(payer);
}

/** `1 instance-hour`, `8 instance-hours`. */
export function instanceHoursText(instanceHours: number): string {
  return `${hoursText(instanceHours)} instance-hour${instanceHours === 1 ? "" : "s"}`;
}
