import { notThereError } from "../core/errors/refusal";
import type { Job, JobInputs, JobKind } from "../core/job/kind";
import { readTogether } from "../core/looks/find-job";
import { hasMark } from "../core/ownership/unmark";
import { hiddenKeys } from "../core/run/hidden-keys";
import type { Values } from "../core/values/pick";
import { secretTexts } from "../core/values/redact";
import { isUnknown, UNKNOWN } from "../core/values/unknown";
import { guarded } from "./failures";
import type { Handlers } from "./handlers";
import { contextOf, type Run } from "./run";
import { inputsOfWaiter, settle } from "./settle";

/** The wait for a job, in a resource of its own: interrupted, it goes on with the next `pulumi up`. Its id is the job's. */
export function waiterHandlers<I extends JobInputs, J extends Job>(kind: JobKind<I, J>, run: Run): Handlers {
  const { engineRun } = run;
  // Not in the run of the import: Pulumi refuses one whose diff finds anything.
  const isToUnmark = ({ jobId, [hiddenKeys.unrecorded]: mark }: Values) => mark === true && !engineRun.isLookedUp(String(jobId));
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
        ...(kind.phaseOf(String(olds.status)) === "active" && !isToUnmark(olds) ? [] : ["status"]),
        ...((olds.wait !== false) === (news.wait !== false) ? [] : ["wait"]),
      ];
      return { updates, replaces: isOtherJob ? ["jobId"] : [] };
    },

    async create(request) {
      const { inputs, isPreview } = request;
      if (isPreview) return { id: idIn(inputs) ?? "", outputs: previewOf(inputs, kind) };
      const id = String(inputs.jobId);
      return { id, outputs: await settle({ id, inputs, olds: undefined }, request, kind, run) };
    },

    async update(request) {
      return request.isPreview ? previewOf(request.inputs, kind) : settle(request, request, kind, run);
    },

    read(request) {
      const { id, olds, secrets } = request;
      const inputs = inputsOfWaiter(olds);
      return guarded({}, secrets, async () => {
        const context = contextOf(request, kind, run);
        const job = await readTogether("waiter", id, context);
        const isLookup = inputs.jobId === undefined;
        if (job === undefined && isLookup) throw notThereError(kind.words.thing, id);
        if (job === undefined) return undefined;
        const outputs = kind.waiterOutputs(id, kind.withoutTexts(job, secretTexts(job, secrets)));
        if (isLookup) engineRun.noteLookup(id);
        const isMarked = (isLookup || olds[hiddenKeys.unrecorded] === true) && (await hasMark(id, job, context));
        return { inputs, outputs: { ...inputs, ...outputs, ...(isMarked ? { [hiddenKeys.unrecorded]: true } : {}) } };
      });
    },

    async delete() {},
  };
}

/** What can be said before the wait: what the id tells, where it is known. */
function previewOf<I extends JobInputs, J extends Job>(inputs: Values, kind: JobKind<I, J>): Values {
  const id = idIn(inputs);
  const names = id === undefined ? kind.recordedOfWaiter : kind.waiterOutputNames;
  const unknowns = Object.fromEntries(names.map((name) => [name, UNKNOWN]));
  const known = id === undefined ? {} : kind.waiterOutputs(id, undefined);
  return { ...inputsOfWaiter(inputs), ...known, ...unknowns };
}

function idIn({ jobId }: Values): string | undefined {
  return typeof jobId === "string" ? jobId : undefined;
}
