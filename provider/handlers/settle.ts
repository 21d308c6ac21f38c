import { fullText } from "../core/errors/full-text";
import { failureCard } from "../core/job/failure-card";
import type { Job, JobContext, JobInputs, JobKind } from "../core/job/kind";
import { waitUntilActive } from "../core/job/wait";
import { findJob, findNewJob } from "../core/looks/find-job";
import { ownerOf } from "../core/ownership/marks";
import { unmark } from "../core/ownership/unmark";
import { pick, type Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import { guarded, UnfinishedError } from "./failures";
import type { Request } from "./request";
import { contextOf, type Run } from "./run";

/** A waiter that is created, or that goes on. */
interface Waiter {
  id: string;
  inputs: Values;
  /** The recorded outputs; none of one that is created. */
  olds: Values | undefined;
}

/** Records the job and, unless the program says not to, waits until it is ACTIVE. Create and resume are the same. */
export async function settle<I extends JobInputs, J extends Job>(
  waiter: Waiter,
  request: Request,
  kind: JobKind<I, J>,
  run: Run,
): Promise<Values> {
  const { id, inputs, olds } = waiter;
  const { secrets, timeouts, jobUrn = "", isAdopted, organization } = request;
  const bound = olds === undefined ? timeouts.create : (timeouts.update ?? timeouts.create);
  const isNew = olds === undefined;
  let last: J | undefined;
  const onJob = (job: J) => {
    last = job;
  };
  // Throws where the program gave what is no id of a job, before anything is asked with it.
  await guarded({}, secrets, async () => kind.waiterOutputs(id, undefined));
  try {
    const context = contextOf(request, kind, run);
    const owner = ownerOf({ organization, urn: jobUrn });
    const unmarked = isAdopted ? undefined : unmark(id, owner, run.hasCheckpoints, context);
    try {
      if (inputs.wait !== false) await waitUntilActive({ id, jobUrn, bound, isNew, onJob }, context);
      else last = await look(id, jobUrn, isNew, context);
    } finally {
      await unmarked;
    }
  } catch (error) {
    const texts = last === undefined ? [] : secretTexts(last, secrets);
    throw new UnfinishedError(id, outputsOf(waiter, last, secrets, kind), redacted(fullText(error), texts));
  }
  run.engineRun.noteSettled(id);
  return outputsOf(waiter, last, secrets, kind);
}

/** One look, for a program that does not wait: it is told all the same what became of the job. */
async function look<I extends JobInputs, J extends Job>(
  id: string,
  jobUrn: string,
  isNew: boolean,
  context: JobContext<I, J>,
): Promise<J | undefined> {
  const { engine, kind, resource } = context;
  const job = await (isNew ? findNewJob(id, context) : findJob(id, context));
  if (job === undefined) return undefined;
  const phase = kind.phaseOf(job.status);
  if (phase === "running" || phase === "active") return job;
  const shown = kind.withoutTexts(job, secretTexts(job, resource.secrets));
  engine.log("warning", resource.urn, fullText(failureCard(id, shown, jobUrn, kind)));
  return job;
}

function outputsOf<I extends JobInputs, J extends Job>(
  { id, inputs, olds }: Waiter,
  job: J | undefined,
  secrets: readonly string[],
  kind: JobKind<I, J>,
): Values {
  const outputs = kind.waiterOutputs(id, job && kind.withoutTexts(job, secretTexts(job, secrets)));
  const status = job === undefined && olds?.status !== undefined ? { status: olds.status } : {};
  return { ...inputsOfWaiter(inputs), ...outputs, ...status };
}

/** What a waiter records of its inputs. */
export function inputsOfWaiter(values: Values): Values {
  return pick(values, ["jobId", "wait", "region"]);
}
