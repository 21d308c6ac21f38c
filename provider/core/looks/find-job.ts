import type { Job, JobContext, JobInputs } from "../job/kind";

/** A refresh, or a `get`, asks about a job and about its waiter within this time, in ms: one answer keeps the two of one mind. */
export const ONE_MIND = 30_000;
/** A waiter starts within this time of its job's create, in ms. */
export const JUST_NOW = 2_000;

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
