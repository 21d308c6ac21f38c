import { announcement, expiredChannels, type Replacement } from "../trained-model/announcement";
import { contextOf } from "../trained-model/inputs";
import { type Advice, type Issue, textOf } from "../trained-model/issues";
import { limitIssues } from "../trained-model/limit";
import { redacted, secretTexts } from "../trained-model/redact";
import { instanceHoursLimit, offline } from "./runtime";

/** What the last diff of each URN found. */
const replacements = new Map<string, Replacement>();

/** A new look at a recorded model: what an earlier diff found of it is past. */
export function forget(urn: string): void {
  replacements.delete(urn);
}

export function noteReplacement(urn: string, replacement: Replacement): void {
  replacements.set(urn, replacement);
}

/**
 * Says on the component's row why a training comes, what it can use, and what to know before; gives back why it must
 * not. Only a check without recorded inputs comes here, and Pulumi makes one for each training to come: of a new model,
 * or after the diff.
 */
export function announce(inputs: Record<string, unknown>, warnings: readonly Advice[]): Issue[] {
  const { urn, secrets } = contextOf(inputs);
  const replacement = replacements.get(urn);
  const isTakenOver = inputs.adopt !== undefined;
  const texts = secretTexts(inputs, secrets);
  const say = (severity: Advice["severity"], text: string) => offline.engine.log(severity, rowOf(urn), redacted(text, texts));
  const { limit, issues } = stackLimit();
  say("info", announcement(inputs, replacement, limit));
  if (isTakenOver) return [];
  const expired = replacement === undefined ? [] : expiredChannels(replacement, Date.now());
  for (const advice of [...warnings, ...expired]) say(advice.severity, `${advice.path} ${textOf(advice)}`);
  return [...issues, ...limitIssues(inputs, limit)];
}

/** A limit that cannot be read must not let a training through. */
function stackLimit(): { limit?: number | undefined; issues: Issue[] } {
  try {
    return { limit: instanceHoursLimit(), issues: [] };
  } catch (error) {
    return { issues: [{ path: "", code: "setting", message: error instanceof Error ? error.message : String(error) }] };
  }
}

/** The row of the component that holds a job, which has its name; a job on its own has its own row. */
export function rowOf(jobUrn: string): string {
  return jobUrn.replace(
    /(::(?:[^:]|:(?!:))*cleanroomsml:index:TrainedModel)\$pulumi-nodejs:dynamic\/cleanroomsml:TrainingJob::/,
    "$1::",
  );
}
