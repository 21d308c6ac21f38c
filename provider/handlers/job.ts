import { withoutPathsOf } from "../core/check/issues";
import { leftOutWarnings } from "../core/check/left-out";
import { sameNameIssues } from "../core/check/same-name";
import { createJob } from "../core/job/create";
import { deleteJob } from "../core/job/delete";
import { readJob } from "../core/job/read";
import { updateJob } from "../core/job/update";
import { millisecondsOf } from "../core/values/duration";
import { secretTexts } from "../core/values/redact";
import { type Bag, fromWire, toWire } from "../host/bag";
import { checkSettings } from "../host/configuration";
import { type CheckFailure, checkFailure, plainFailure } from "../host/failures";
import { configure, context, offline } from "../host/runtime";
import { checkJob } from "../kinds/trained-model/check/check";
import { diffJob, recordedInputs } from "../kinds/trained-model/diff";
import { contextOf, type JobInputs, type JobOutputs } from "../kinds/trained-model/inputs";
import { announce, announceUpdate, forget, noteReplacement } from "./announce";

/** The TrainingJob as the dynamic host calls it. */
export const job = {
  configure,

  async check(olds: Bag, news: Bag): Promise<{ inputs: Bag; failures: CheckFailure[] }> {
    const recorded = fromWire(olds);
    const { __moving: moving, __leftOut: found, ...wanted } = fromWire(news);
    const { urn, secrets } = contextOf(wanted);
    const isToCome = Object.keys(recorded).length === 0;
    offline.session.noteCheck(urn, isToCome ? undefined : recordedInputs(recorded), textsOf(moving));
    const { settings, issues } = await checkSettings(wanted, isToCome);
    const { inputs, errors, warnings } = checkJob(wanted, settings);
    errors.unshift(...issues);
    errors.push(...sameNameIssues(inputs, urn, settings.region, offline.session));
    const leftOut = leftOutWarnings(found, inputs);
    if (isToCome) errors.push(...announce(inputs, [...withoutPathsOf(warnings, leftOut), ...leftOut]));
    else forget(urn, leftOut);
    const texts = secretTexts(inputs, secrets);
    return { inputs: toWire(inputs), failures: errors.map((issue) => checkFailure(issue, secrets, texts)) };
  },

  diff(id: string, olds: Bag, news: Bag): { changes: boolean; replaces: string[]; deleteBeforeReplace: boolean } {
    const recorded = fromWire(olds);
    const wanted = fromWire(news);
    const { urn } = contextOf(wanted);
    const { changes, replaces } = diffJob(recorded, wanted, offline.session.movingPaths(urn));
    offline.session.noteDiff(urn, id, replaces.length > 0);
    noteReplacement(urn, { recorded, replaces });
    if (changes && replaces.length === 0) announceUpdate(recorded, wanted);
    return { changes, replaces, deleteBeforeReplace: false };
  },

  async create(bag: Bag): Promise<{ id: string; outs: Bag }> {
    const inputs = fromWire(bag) as unknown as JobInputs;
    return guarded(inputs, async () => {
      const { id, outputs } = await createJob(inputs, context());
      return { id, outs: toWire(outputs) };
    });
  },

  async read(id: string, bag: Bag): Promise<{ id?: string; props?: Bag; inputs?: Bag }> {
    const recorded = fromWire(bag) as Partial<JobOutputs>;
    return guarded(recorded, async () => {
      const found = await readJob(id, recorded, context());
      return found === undefined ? {} : { id, props: toWire(found.outputs), inputs: toWire(found.inputs) };
    });
  },

  async update(id: string, olds: Bag, news: Bag): Promise<{ outs: Bag }> {
    const recorded = fromWire(olds) as unknown as JobOutputs;
    const inputs = fromWire(news) as unknown as JobInputs;
    return guarded(inputs, async () => ({
      outs: toWire(await updateJob(id, recorded, inputs, context())),
    }));
  },

  async delete(id: string, bag: Bag): Promise<void> {
    const recorded = fromWire(bag) as unknown as JobOutputs;
    const resource = contextOf(recorded);
    return guarded(recorded, () =>
      deleteJob(
        id,
        { resource, isAdopted: recorded.adopt !== undefined, bound: millisecondsOf(resource.timeouts.delete) },
        context(),
      ),
    );
  },
};

/** Errors as text without a secret: the host passes on nothing else. */
async function guarded<T>(bag: object, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw plainFailure(error, secretTexts(bag, contextOf(bag).secrets));
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
