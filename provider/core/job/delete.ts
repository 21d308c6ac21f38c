import { findTrainedModel } from "../../kinds/trained-model/calls";
import { idOf, type ModelRef, partsOf, refOf } from "../../kinds/trained-model/identity";
import type { ResourceContext } from "../../kinds/trained-model/inputs";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { upCommand } from "../errors/commands";
import { DeleteFailedError, SuccessorNotActiveError } from "../errors/errors";
import { ofPulumi } from "../errors/reader";
import { refusal } from "../errors/refusal";
import { isServiceError } from "../errors/service-error";
import { type Context, serviceOf } from "../run/context";
import { textOfDuration } from "../values/duration";
import { delayBeforePoll } from "./poll-interval";

/** A cancel and a delete of output take minutes; customTimeouts.delete overrides. */
const DEFAULT_BOUND = 60 * 60_000;

/** What a delete needs to know beside the id. */
export interface DeleteOptions {
  resource: Pick<ResourceContext, "urn">;
  /** The model is only adopted: forget it. */
  isAdopted: boolean;
  bound?: number | undefined;
}

/**
 * Cancels a training that still runs, deletes this version's output and waits until it is gone. Keeps a model that a
 * resource of this run has as its own, and one whose successor has not proved itself.
 */
export async function deleteJob(id: string, options: DeleteOptions, context: Context): Promise<void> {
  const { engine, session } = context;
  const { urn } = options.resource;
  if (options.isAdopted) return engine.log("info", urn, `forgot ${id}: it is adopted, so it is left as it is`);
  if (session.isCurrent(id)) return engine.log("info", urn, `kept ${id}: a resource of this run has it`);
  try {
    await requireSettledSuccessor(id, urn, context);
    await endModel(refOf(id), options, context);
  } catch (error) {
    throw isServiceError(error) ? refusal(error, context.reader) : error;
  }
}

async function requireSettledSuccessor(id: string, urn: string, context: Context): Promise<void> {
  if (context.session.lacksModel(urn)) {
    throw new SuccessorNotActiveError(`kept the old model ${id}: the one that takes its place was not created`, [
      "It is deleted by the first run that finds its successor ACTIVE:",
      upCommand,
    ]);
  }
  const successor = context.session.successorOf(id, urn);
  if (successor === undefined || context.session.isSettled(successor)) return;
  const model = await findTrainedModel(refOf(successor), context);
  if (model !== undefined && phaseOf(model.status) === "active") return;
  const status = model === undefined ? "gone" : model.status;
  throw new SuccessorNotActiveError(`kept the old model ${id}: its successor ${successor} is ${status}, not ACTIVE`, [
    "It is deleted by the first run that finds the successor ACTIVE:",
    upCommand,
  ]);
}

async function endModel(ref: ModelRef, { resource, bound }: DeleteOptions, context: Context): Promise<void> {
  const { clock, engine, signal } = context;
  const started = clock.now();
  const limit = bound ?? DEFAULT_BOUND;
  const asked = { cancel: false, delete: 0 };
  for (let polls = 1; ; polls++) {
    const model = await findTrainedModel(ref, context);
    if (model === undefined || model.status === "INACTIVE") return;
    engine.status(resource.urn, `${model.status}, until its output is gone`);
    if (await takeStep(ref, model, asked, context)) return;
    const elapsed = clock.now() - started;
    if (elapsed >= limit) throw notGone(ref, model, `after ${textOfDuration(elapsed)}`, context);
    await clock.sleep(Math.min(delayBeforePoll(polls, elapsed, clock.random()), limit - elapsed), signal).catch(() => {
      throw notGone(ref, model, "when the run was interrupted", context);
    });
  }
}

/** Asks for what comes next; true when nothing is left to end. */
async function takeStep(
  ref: ModelRef,
  model: TrainedModel,
  asked: { cancel: boolean; delete: number },
  context: Context,
): Promise<boolean> {
  const { signal } = context;
  const service = serviceOf(ref, context);
  const request = { ...ref, membershipIdentifier: partsOf(ref).membershipIdentifier };
  if (phaseOf(model.status) === "ending") return false;
  if (phaseOf(model.status) === "training") {
    if (asked.cancel) return false;
    asked.cancel = true;
    // A conflict says that it ended in the meantime: the next look tells how.
    await unlessConflict(service.cancelTrainedModel(request, signal));
    return false;
  }
  if (asked.delete >= 2 && model.status === "DELETE_FAILED") throw notGone(ref, model, "twice", context);
  asked.delete++;
  const isRefused = !(await unlessConflict(service.deleteTrainedModelOutput(request, signal)));
  // A training that failed or was cancelled may have no output to delete.
  return isRefused && (model.status === "CREATE_FAILED" || model.status === "CANCEL_FAILED") && asked.delete >= 2;
}

/** False where the service said that the model's state does not allow it, or that it is gone already. */
async function unlessConflict(call: Promise<void>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isServiceError(error, "conflict", "not-found")) return false;
    throw error;
  }
}

function notGone(ref: ModelRef, model: TrainedModel, when: string, { reader = ofPulumi }: Context): DeleteFailedError {
  const details = model.statusDetails?.message === undefined ? "" : `: ${model.statusDetails.message}`;
  return new DeleteFailedError(`${idOf(ref)} was ${model.status} ${when}${details}`, [
    `${reader.kept} To go on deleting it, run the same command again.`,
  ]);
}
