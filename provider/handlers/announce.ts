import { type Advice, type Issue, textOf } from "../core/check/issues";
import type { Job, JobInputs, JobKind } from "../core/job/kind";
import { leavesOf } from "../core/values/leaves";
import { covers } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import { componentOf } from "../core/values/urns";
import type { Request } from "./request";
import type { Run } from "./run";

/**
 * Says on the component's row why a job comes, what it can use, and what to know before; gives back why it must not.
 * Only a check without recorded inputs comes here, and Pulumi makes one for each job to come: of a new resource, or
 * after the diff.
 */
export function announce<I extends JobInputs, J extends Job>(
  inputs: Values,
  warnings: readonly Advice[],
  request: Request,
  { checks }: JobKind<I, J>,
  { clock, engineRun, ...run }: Run,
): Issue[] {
  const replacement = engineRun.replacement(request.urn);
  const say = speaker(inputs, request, run);
  const { limit, issues } = run.settings.instanceHoursLimit();
  say("info", checks.announcement(inputs, replacement, limit, request.secrets));
  if (inputs.adopt !== undefined) return [];
  const more = replacement === undefined ? [] : checks.replacementWarnings(replacement, clock.now());
  for (const advice of [...warnings, ...more]) say(advice.severity, `${advice.path} ${textOf(advice)}`);
  return [...issues, ...checks.limitIssues(inputs, limit, request.secrets)];
}

/** Says on the row of a resource what to know before it is made or changed. */
export function adviceOn(warnings: readonly Advice[], inputs: Values, request: Request, run: Run): void {
  const say = speaker(inputs, request, run);
  for (const advice of warnings) say(advice.severity, `${advice.path} ${textOf(advice)}`);
}

/** Says which tags an update takes away only because the program has no value for them. */
export function announceUpdate(recorded: Values, inputs: Values, request: Request, run: Run): void {
  const had = leavesOf(recorded);
  const say = speaker(inputs, request, run);
  const lost = run.engineRun.leftOut(request.urn).filter(({ path }) => covers(["tags"], path) && had.has(path));
  for (const advice of lost) say(advice.severity, `${advice.path} ${textOf(advice)}`);
}

/** Writes on the row of the component, or of a job that stands alone, without the secrets of the inputs. */
function speaker(inputs: Values, { urn, secrets }: Request, { engine }: Pick<Run, "engine">) {
  const texts = secretTexts(inputs, secrets);
  return (severity: Advice["severity"], text: string) => engine.log(severity, componentOf(urn) ?? urn, redacted(text, texts));
}
