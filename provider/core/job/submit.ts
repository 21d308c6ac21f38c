import { refusal } from "../errors/refusal";
import { isServiceError, type ServiceError } from "../errors/service-error";
import type { Look } from "../ownership/find-own";
import { requireEngine } from "../run/require-engine";
import { afterRefusal } from "./after-refusal";
import type { Job, JobContext, JobInputs } from "./kind";
import { Submission } from "./submission";

/** What a create came to. */
export interface Submitted {
  id: string;
  name: string;
}

/**
 * Starts the work: one request, repeated only where the service surely did nothing (throttled, unreachable, a taken
 * name, denied tags, a used-up quota). After an answer that was lost it looks for the job and sends nothing more.
 */
export async function submit<I extends JobInputs, J extends Job>(
  inputs: I,
  look: Look<J>,
  context: JobContext<I, J>,
): Promise<Submitted> {
  const submission = new Submission(inputs, look, context);
  for (;;) {
    const name = submission.name();
    const sent = await submission.turn.take(() => send(inputs, name, submission.tags(), context));
    if (!isServiceError(sent)) return { id: sent, name };
    const next = await afterRefusal[sent.kind](submission, sent, name);
    if (next === "give up") throw refusal(sent);
    if (next !== "again") return { ...next, name };
  }
}

/**
 * One request: what it was answered, or how it failed. What is accepted is this run's own at once: the next count sees
 * it, listed or not.
 */
async function send<I extends JobInputs, J extends Job>(
  inputs: I,
  name: string,
  tags: Record<string, string>,
  context: JobContext<I, J>,
): Promise<string | ServiceError> {
  const { engineRun, kind, resource, serviceIn } = context;
  await requireEngine(kind.words.work, context);
  engineRun.noteSent(resource.urn);
  try {
    // Never aborted: what is accepted must get its id into the state.
    const id = await kind.calls.create(inputs, name, tags, { serviceIn, signal: new AbortController().signal });
    engineRun.noteCurrent(resource.urn, id);
    return id;
  } catch (error) {
    if (isServiceError(error)) return error;
    throw error;
  }
}
