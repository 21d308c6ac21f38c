import { fullText } from "../core/errors/errors";
import { refusal } from "../core/errors/refusal";
import { isServiceError } from "../core/errors/service-error";
import { failureCard } from "../core/job/failure-card";
import { waitUntilActive } from "../core/job/wait";
import { ownerOf } from "../core/ownership/marks";
import { recordModel } from "../core/ownership/unmark";
import { millisecondsOf } from "../core/values/duration";
import { redacted, secretTexts } from "../core/values/redact";
import { isUnknown } from "../core/values/unknown";
import { type Bag, fromWire, toWire } from "../host/bag";
import { type CheckFailure, InitFailure, plainFailure } from "../host/failures";
import { configure, context as contextOfRun, offline } from "../host/runtime";
import { findTrainedModel } from "../kinds/trained-model/calls";
import { type ModelRef, refOf } from "../kinds/trained-model/identity";
import { contextOf } from "../kinds/trained-model/inputs";
import type { TrainedModel } from "../kinds/trained-model/outputs";
import { phaseOf } from "../kinds/trained-model/statuses";
import { waiterOutputs } from "../kinds/trained-model/waiter-outputs";

/** The TrainingWaiter as the dynamic host calls it. */
export const waiter = {
  configure,

  check(_olds: Bag, news: Bag): { inputs: Bag; failures: CheckFailure[] } {
    const { wait } = fromWire(news);
    const isLegal = wait === undefined || isUnknown(wait) || typeof wait === "boolean";
    return { inputs: news, failures: isLegal ? [] : [{ property: "wait", reason: "must be true or false" }] };
  },

  diff(_id: string, olds: Bag, news: Bag): { changes: boolean; replaces: string[]; deleteBeforeReplace: boolean } {
    const recorded = fromWire(olds);
    const wanted = fromWire(news);
    const isOtherJob = isUnknown(wanted.jobId) || wanted.jobId !== recorded.jobId;
    // Also where the program does not wait: a status is recorded as it is, with one look for each `pulumi up`.
    const isToLook = recorded.status !== "ACTIVE";
    if (wanted.wait === false && typeof wanted.jobId === "string") offline.session.noteSettled(wanted.jobId);
    const changes = isOtherJob || isToLook || (recorded.wait !== false) !== (wanted.wait !== false);
    return { changes, replaces: isOtherJob ? ["jobId"] : [], deleteBeforeReplace: false };
  },

  async create(bag: Bag): Promise<{ id: string; outs: Bag }> {
    const id = String(bag.jobId);
    return { id, outs: await settle(id, bag, "create") };
  },

  async update(id: string, olds: Bag, news: Bag): Promise<{ outs: Bag }> {
    return { outs: await settle(id, news, "update", olds.status) };
  },

  async read(id: string, bag: Bag): Promise<{ id?: string; props?: Bag; inputs?: Bag }> {
    const ref = refOf(id);
    const inputs = inputsOf(bag);
    try {
      const model = await findTrainedModel(ref, contextOfRun());
      if (model === undefined) return {};
      const outputs = waiterOutputs(ref, withoutSecrets(model, contextOf(bag).secrets));
      return { id, props: toWire({ ...inputs, ...outputs }), inputs };
    } catch (error) {
      throw plainFailure(isServiceError(error) ? refusal(error) : error, []);
    }
  },

  async delete(): Promise<void> {},
};

/** Records the model and, unless the program says not to, waits until it is ACTIVE. Create and resume are the same. */
async function settle(id: string, bag: Bag, action: "create" | "update", recordedStatus?: unknown): Promise<Bag> {
  const ref = refOf(id);
  const { urn, jobUrn = "", organization, secrets, timeouts, isAdopted } = contextOf(bag);
  let last: TrainedModel | undefined;
  const outputs = () =>
    toWire({
      ...inputsOf(bag),
      ...waiterOutputs(ref, last && withoutSecrets(last, secrets)),
      ...(last === undefined && recordedStatus !== undefined ? { status: recordedStatus } : {}),
    });
  try {
    const context = contextOfRun();
    const hasCheckpoints = !isTruthy(process.env.PULUMI_SKIP_CHECKPOINTS);
    const owner = ownerOf({ organization, urn: jobUrn });
    const recorded = isAdopted ? Promise.resolve() : recordModel(ref, { urn, owner }, hasCheckpoints, context);
    const onModel = (model: TrainedModel) => {
      last = model;
    };
    try {
      const bound = millisecondsOf(action === "update" ? (timeouts.update ?? timeouts.create) : timeouts.create);
      if (bag.wait === false) {
        last = await findTrainedModel(ref, context);
        if (last !== undefined) warnUnlessServing(ref, withoutSecrets(last, secrets), { urn, jobUrn });
      } else await waitUntilActive({ ref, urn, jobUrn, bound, onModel }, context);
    } finally {
      await recorded;
    }
  } catch (error) {
    const secretsSeen = last === undefined ? [] : secretTexts(last, secrets);
    const text = redacted(fullText(isServiceError(error) ? refusal(error) : error), secretsSeen);
    throw new InitFailure(id, { ...outputs(), __provider: bag.__provider }, text);
  }
  offline.session.noteSettled(id);
  return outputs();
}

/** Who does not wait is told all the same, with each look, what became of the training. */
function warnUnlessServing(ref: ModelRef, model: TrainedModel, { urn, jobUrn }: { urn: string; jobUrn: string }): void {
  const phase = phaseOf(model.status);
  if (phase === "training" || phase === "active") return;
  offline.engine.log("warning", urn, fullText(failureCard(ref, model, jobUrn)));
}

/** What the service or the container says may repeat a secret that the model was given. */
function withoutSecrets(model: TrainedModel, paths: readonly string[]): TrainedModel {
  const secrets = secretTexts(model, paths);
  if (secrets.length === 0) return model;
  const clean = (text: string | undefined) => (text === undefined ? undefined : redacted(text, secrets));
  return {
    ...model,
    ...(model.statusDetails === undefined
      ? {}
      : { statusDetails: { ...model.statusDetails, message: clean(model.statusDetails.message) } }),
    ...(model.logsStatusDetails === undefined ? {} : { logsStatusDetails: clean(model.logsStatusDetails) }),
    ...(model.metricsStatusDetails === undefined ? {} : { metricsStatusDetails: clean(model.metricsStatusDetails) }),
  };
}

function inputsOf(bag: Bag): Bag {
  const keys = ["jobId", "wait", "region", "__context"];
  return Object.fromEntries(keys.filter((key) => bag[key] !== undefined).map((key) => [key, bag[key]]));
}

function isTruthy(text: string | undefined): boolean {
  return text === "true" || text === "1";
}
