import { type Advice, type Issue, textOf } from "../core/check/issues";
import { messageOf } from "../core/errors/errors";
import { leavesOf } from "../core/values/leaves";
import { redacted, secretTexts } from "../core/values/redact";
import { instanceHoursLimit, offline } from "../host/runtime";
import { announcement, expiredChannels, type Replacement } from "../kinds/trained-model/check/announcement";
import { limitIssues } from "../kinds/trained-model/check/max-instance-hours";
import { contextOf, covers } from "../kinds/trained-model/inputs";

/** What the last diff of each URN found. */
const replacements = new Map<string, Replacement>();

/** What the last check of each recorded model found left out of its maps. */
const leftOut = new Map<string, readonly Advice[]>();

/** A new look at a recorded model: what an earlier diff found of it is past. */
export function forget(urn: string, found: readonly Advice[]): void {
  replacements.delete(urn);
  leftOut.set(urn, found);
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
  const { urn } = contextOf(inputs);
  const replacement = replacements.get(urn);
  const isTakenOver = inputs.adopt !== undefined;
  const say = speaker(inputs);
  const { limit, issues } = stackLimit();
  say("info", announcement(inputs, replacement, limit));
  if (isTakenOver) return [];
  const expired = replacement === undefined ? [] : expiredChannels(replacement, Date.now());
  for (const advice of [...warnings, ...expired]) say(advice.severity, `${advice.path} ${textOf(advice)}`);
  return [...issues, ...limitIssues(inputs, limit)];
}

/** Says which tags an update takes away only because the program has no value for them. */
export function announceUpdate(recorded: Record<string, unknown>, inputs: Record<string, unknown>): void {
  const had = leavesOf(recorded);
  const lost = leftOut.get(contextOf(inputs).urn)?.filter(({ path }) => covers(["tags"], path) && had.has(path)) ?? [];
  for (const advice of lost) speaker(inputs)(advice.severity, `${advice.path} ${textOf(advice)}`);
}

/** Writes on the component's row, without the secrets of the inputs. */
function speaker(inputs: Record<string, unknown>): (severity: Advice["severity"], text: string) => void {
  const { urn, secrets } = contextOf(inputs);
  const texts = secretTexts(inputs, secrets);
  return (severity, text) => offline.engine.log(severity, rowOf(urn), redacted(text, texts));
}

/** A limit that cannot be read must not let a training through. */
function stackLimit(): { limit?: number | undefined; issues: Issue[] } {
  try {
    return { limit: instanceHoursLimit(), issues: [] };
  } catch (error) {
    return { issues: [{ path: "", code: "setting", message: messageOf(error) }] };
  }
}

/** The row of the component that holds a job, which has its name; a job on its own has its own row. */
export function rowOf(jobUrn: string): string {
  return jobUrn.replace(
    /(::(?:[^:]|:(?!:))*cleanroomsml:index:TrainedModel)\$pulumi-nodejs:dynamic\/cleanroomsml:TrainingJob::/,
    "$1::",
  );
}
