import type { Job, JobContext, JobInputs } from "../job/kind";

/** A refresh, or a `get`, asks about a job and about its waiter within this time, in ms; and the engine begins with a waiter. */
export const ONE_MIND = 30_000;
/** So old may be an answer that a job still runs, in ms. */
const JUST_NOW = 2_000;

/** What a look at the service needs. */
export type Looking<I extends JobInputs, J extends Job> = Pick<
  JobContext<I, J>,
  "engineRun" | "clock" | "signal" | "serviceIn" | "kind"
>;

/** What an id names by now, or undefined when the service has none. An answer to a request of the last `maxAge` ms serves too. */
export function findJob<I extends JobInputs, J extends Job>(
  id: string,
  context: Looking<I, J>,
  maxAge = 0,
): Promise<J | undefined> {
  return context.engineRun.look(`job ${id}`, maxAge, context, () => context.kind.calls.find(id, context));
}

/**
 * What an id names of which the create has just been answered. The engine may be slow to begin with its waiter: that the job is
 * ACTIVE is true some seconds later too, that it runs is soon not.
 */
export async function findNewJob<I extends JobInputs, J extends Job>(id: string, context: Looking<I, J>): Promise<J | undefined> {
  const job = await findJob(id, context, ONE_MIND);
  const isActive = job !== undefined && context.kind.phaseOf(job.status) === "active";
  return isActive ? job : findJob(id, context, JUST_NOW);
}

/** What an id names, for the read of a job or of its waiter: one answer for both keeps the two of one mind. A further read asks anew. */
export function readTogether<I extends JobInputs, J extends Job>(
  part: "job" | "waiter",
  id: string,
  context: Looking<I, J>,
): Promise<J | undefined> {
  const turn = context.engineRun.nextRead(part, id);
  return context.engineRun.look(readKey(id, turn), ONE_MIND, context, () => findJob(id, context));
}

/** What an id names, for whoever looks at it in passing: the first read of the resource need not ask again. */
export function findInPassing<I extends JobInputs, J extends Job>(id: string, context: Looking<I, J>): Promise<J | undefined> {
  return context.engineRun.look(readKey(id, 1), ONE_MIND, context, () => findJob(id, context));
}

const readKey = (id: string, turn: number) => `read ${turn} of ${id}`;
