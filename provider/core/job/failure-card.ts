import { taintCommand } from "../errors/commands";
import { WorkFailedError } from "../errors/errors";
import { textOfDuration } from "../values/duration";
import type { Job, JobInputs, JobKind } from "./kind";
import type { Phase } from "./phases";

/** The failure card: what the service said of a job that is not active, how long it took, and what a person can do. */
export function failureCard<I extends JobInputs, J extends Job>(
  id: string,
  job: J,
  jobUrn: string,
  kind: JobKind<I, J>,
): WorkFailedError {
  const { words } = kind;
  const { statusCode, message } = job.statusDetails ?? {};
  const service = [statusCode, message].filter(Boolean).join(": ");
  const headline = headlines[kind.phaseOf(job.status)](words.verb);
  return new WorkFailedError(`${job.name} ${headline} (${job.status})${service === "" ? "" : `: ${service}`}`, [
    `  ${`${words.short}:`.padEnd(8)} ${id}`,
    ...elapsedOf(job),
    ...kind.cardLines(job),
    `Nothing is ${words.done} again on its own: a ${words.work} is paid for. Changed inputs ${words.verb} with the next \`pulumi up\`;`,
    `to ${words.verb} the same inputs again, mark the job with this command and run \`pulumi up\`:`,
    taintCommand(jobUrn),
  ]);
}

const headlines: Record<Phase, (verb: string) => string> = {
  running: () => "is not active",
  active: () => "is not active",
  failed: (verb) => `failed to ${verb}`,
  ending: () => "is being cancelled, or its output deleted",
  gone: () => "has no output: it was cancelled, or a member of the collaboration deleted it",
};

function elapsedOf({ createTime, updateTime }: Job): string[] {
  if (createTime === undefined || updateTime === undefined) return [];
  return [`  elapsed: ${textOfDuration(updateTime.getTime() - createTime.getTime())} (since ${createTime.toISOString()})`];
}
