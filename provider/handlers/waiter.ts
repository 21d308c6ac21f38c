import { fullText } from "../core/errors/full-text";
import { failureCard } from "../core/job/failure-card";
import type { Job, JobContext, JobInputs, JobKind } from "../core/job/kind";
import { waitUntilActive } from "../core/job/wait";
import { ownerOf } from "../core/ownership/marks";
import { unmark } from "../core/ownership/unmark";
import { pick, type Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import { isUnknown, UNKNOWN } from "../core/values/unknown";
import { guarded, UnfinishedError } from "./failures";
import type { Handlers } from "./handlers";
import type { Request } from "./request";
import { contextOf, type Run } from "./run";

/** The wait for a job, in a resource of its own: interrupted, it goes on with the next `pulumi up`. Its id is the job's. */
export function waiterHandlers<I extends JobInputs, J extends Job>(kind: JobKind<I, J>, run: Run): Handlers {
  const { engineRun } = run;
  return {
    async check({ news }) {
      const { wait } = news;
      const isLegal = wait === undefined || isUnknown(wait) || typeof wait === "boolean";
      return { inputs: news, failures: isLegal ? [] : [{ property: "wait", reason: "must be true or false" }] };
    },

    diff({ olds, news }) {
      const isOtherJob = isUnknown(news.jobId) || news.jobId !== olds.jobId;
      if (news.wait === false && typeof news.jobId === "string") engineRun.noteSettled(news.jobId);
      const updates = [
        // Also where the program does not wait: a status is recorded as it is, with one look for each `pulumi up`.
        ...(olds.status === "ACTIVE" ? [] : ["status"]),
        ...((olds.wait !== false) === (news.wait !== false) ? [] : ["wait"]),
      ];
      return { updates, replaces: isOtherJob ? ["jobId"] : [] };
    },

    async create(request) {
      const { inputs, isPreview } = request;
      if (isPreview) return { id: idIn(inputs) ?? "", outputs: previewOf(inputs, kind) };
      const id = String(inputs.jobId);
      return { id, outputs: await settle(id, inputs, undefined, request, kind, run) };
    },

    async update(request) {
      const { id, olds, inputs, isPreview } = request;
      return isPreview ? previewOf(inputs, kind) : settle(id, inputs, olds, request, kind, run);
    },

    read(request) {
      const { id, olds, secrets } = request;
      const inputs = inputsIn(olds);
      return guarded({}, secrets, async () => {
        const job = await kind.calls.find(id, contextOf(request, kind, run));
        if (job === undefined) return undefined;
        const outputs = kind.waiterOutputs(id, kind.withoutTexts(job, secretTexts(job, secrets)));
        return { inputs, outputs: { ...inputs, ...outputs } };
      });
    },

    async delete() {},
  };
}

/**
 * Records the job and, unless the program says not to, waits until it is ACTIVE. Create and resume are the same; `olds`
 * are the recorded outputs of a resume.
 */
async function settle<I extends JobInputs, J extends Job>(
  id: string,
  inputs: Values,
  olds: Values | undefined,
  request: Request,
  kind: JobKind<I, J>,
  run: Run,
): Promise<Values> {
  const { secrets, timeouts, jobUrn = "", isAdopted, organization } = request;
  const bound = olds === undefined ? timeouts.create : (timeouts.update ?? timeouts.create);
  let last: J | undefined;
  const onJob = (job: J) => {
    last = job;
  };
  // Throws where the program gave what is no id of a job, before anything is asked with it.
  await guarded({}, secrets, async () => kind.waiterOutputs(id, undefined));
  try {
    const context = contextOf(request, kind, run);
    const owner = ownerOf({ organization, urn: jobUrn });
    const recorded = isAdopted ? undefined : unmark(id, owner, run.hasCheckpoints, context);
    try {
      if (inputs.wait !== false) await waitUntilActive({ id, jobUrn, bound, onJob }, context);
      else last = await look(id, jobUrn, context);
    } finally {
      await recorded;
    }
  } catch (error) {
    const texts = last === undefined ? [] : secretTexts(last, secrets);
    throw new UnfinishedError(id, outputsOf(id, inputs, olds, last, secrets, kind), redacted(fullText(error), texts));
  }
  run.engineRun.noteSettled(id);
  return outputsOf(id, inputs, olds, last, secrets, kind);
}

/** One look, for a program that does not wait: it is told all the same what became of the job. */
async function look<I extends JobInputs, J extends Job>(
  id: string,
  jobUrn: string,
  context: JobContext<I, J>,
): Promise<J | undefined> {
  const { engine, kind, resource } = context;
  const job = await kind.calls.find(id, context);
  if (job === undefined) return undefined;
  const phase = kind.phaseOf(job.status);
  if (phase === "running" || phase === "active") return job;
  const shown = kind.withoutTexts(job, secretTexts(job, resource.secrets));
  engine.log("warning", resource.urn, fullText(failureCard(id, shown, jobUrn, kind)));
  return job;
}

function outputsOf<I extends JobInputs, J extends Job>(
  id: string,
  inputs: Values,
  olds: Values | undefined,
  job: J | undefined,
  secrets: readonly string[],
  kind: JobKind<I, J>,
): Values {
  const outputs = kind.waiterOutputs(id, job && kind.withoutTexts(job, secretTexts(job, secrets)));
  const recorded = job === undefined && olds?.status !== undefined ? { status: olds.status } : {};
  return { ...inputsIn(inputs), ...outputs, ...recorded };
}

/** What can be said before the wait: what the id tells, where it is known. */
function previewOf<I extends JobInputs, J extends Job>(inputs: Values, kind: JobKind<I, J>): Values {
  const id = idIn(inputs);
  const unknowns = Object.fromEntries(kind.waiterOutputNames.map((name) => [name, UNKNOWN]));
  const known = id === undefined ? {} : kind.waiterOutputs(id, undefined);
  return { ...inputsIn(inputs), ...known, ...unknowns };
}

function idIn({ jobId }: Values): string | undefined {
  return typeof jobId === "string" ? jobId : undefined;
}

function inputsIn(values: Values): Values {
  return pick(values, ["jobId", "wait", "region"]);
}
