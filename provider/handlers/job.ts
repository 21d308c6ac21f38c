import { checkInputs } from "../core/check/check";
import { withoutPathsOf } from "../core/check/issues";
import { leftOutWarnings } from "../core/check/left-out";
import { sameNameIssues } from "../core/check/same-name";
import { createJob } from "../core/job/create";
import { deleteJob } from "../core/job/delete";
import type { Job, JobInputs, JobKind } from "../core/job/kind";
import { readJob } from "../core/job/read";
import { updateJob } from "../core/job/update";
import { diffInputs } from "../core/values/diff";
import { recordedInputs } from "../core/values/filled";
import type { Values } from "../core/values/pick";
import { secretTexts } from "../core/values/redact";
import { UNKNOWN } from "../core/values/unknown";
import { defined } from "../utils/defined";
import { announce, announceUpdate } from "./announce";
import { checkFailure, guarded } from "./failures";
import type { Handlers } from "./handlers";
import { contextOf, type Run } from "./run";

/** A paid job: back as soon as the service accepted it. Its waiter waits. */
export function jobHandlers<I extends JobInputs, J extends Job>(kind: JobKind<I, J>, run: Run): Handlers {
  const { engineRun } = run;
  return {
    async check(request) {
      const { urn, secrets, olds, news } = request;
      const isToCome = olds === undefined;
      engineRun.noteCheck(urn, olds && recordedInputs(olds, kind.shape.inputs), request.unknowns);
      const { settings, issues } = await run.settings.ofCheck(news, isToCome);
      const { inputs, errors, warnings } = checkInputs(news, request, kind, settings);
      const sameName = sameNameIssues(inputs, urn, settings.region, engineRun, kind.words.short);
      const leftOut = leftOutWarnings(request.leftOut, inputs);
      if (!isToCome) engineRun.noteLeftOut(urn, leftOut);
      const told = [...withoutPathsOf(warnings, leftOut), ...leftOut];
      const refused = isToCome ? announce(inputs, told, request, kind, run) : [];
      const texts = secretTexts(inputs, secrets);
      const failures = [...issues, ...errors, ...sameName, ...refused].map((issue) => checkFailure(issue, secrets, texts));
      return { inputs, failures };
    },

    diff(request) {
      const { urn, id, olds, oldSecrets, news, replaceOnChanges } = request;
      const { updates, replaces } = diffInputs(olds, news, kind.shape, {
        unknowns: engineRun.unknownPaths(urn),
        replaceOnChanges,
      });
      engineRun.noteDiff(urn, id, replaces.length > 0);
      engineRun.noteReplacement(urn, { recorded: olds, replaces, secrets: oldSecrets });
      if (updates.length > 0 && replaces.length === 0) announceUpdate(olds, news, request, run);
      return { updates, replaces };
    },

    create(request) {
      const { inputs, secrets, isPreview } = request;
      return guarded(inputs, secrets, async () => {
        if (!isPreview) return createJob(kind.inputsOf(inputs), contextOf(request, kind, run));
        return { id: "", outputs: { ...(await previewOf(inputs, kind, run)), ...inputs } };
      });
    },

    read(request) {
      const { id, olds, secrets } = request;
      return guarded(olds, secrets, () => readJob(id, olds, contextOf(request, kind, run)));
    },

    update(request) {
      const { id, olds, inputs, secrets, isPreview } = request;
      return guarded(inputs, secrets, async () => {
        if (isPreview) return kind.outputs(inputs, id, olds);
        return updateJob(id, olds, kind.inputsOf(inputs), contextOf(request, kind, run));
      });
    },

    delete(request) {
      const { id, olds, secrets } = request;
      return guarded(olds, secrets, () => deleteJob(id, olds.adopt !== undefined, contextOf(request, kind, run)));
    },
  };
}

/** What can be said before the create: a region, unless that of something that is there already counts. */
async function previewOf<I extends JobInputs, J extends Job>(
  inputs: Values,
  kind: JobKind<I, J>,
  { settings }: Run,
): Promise<Values> {
  const unknowns = Object.fromEntries(kind.serviceOutputs.map((name) => [name, UNKNOWN]));
  if (inputs.adopt !== undefined) return unknowns;
  const { region } = (await settings.ofCheck(inputs, true)).settings;
  return { ...unknowns, ...defined({ region }) };
}
