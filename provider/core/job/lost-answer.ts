import { upCommand } from "../errors/commands";
import { LostAnswerError } from "../errors/errors";
import { isServiceError } from "../errors/service-error";
import { findJob } from "../looks/find-job";
import { findOwn, type Look } from "../ownership/find-own";
import { isSameWork } from "../values/diff";
import type { Job, JobContext, JobInputs } from "./kind";

/** The service's lists may lag behind a create; what was lost is looked for this long. */
const LOOK_FOR = 60_000;

/** The id of a create whose answer was lost; throws where none shows up. Sends nothing but reads. */
export async function findLost<I extends JobInputs, J extends Job>(
  inputs: I,
  name: string,
  before: Look<J>,
  context: JobContext<I, J>,
): Promise<string> {
  const found = await lookFor(inputs, name, before, context);
  if (found !== undefined) return found;
  const { calls, words } = context.kind;
  throw new LostAnswerError(
    `the answer to ${calls.createOperation} was lost, and no ${words.short} ${name} showed up within ${LOOK_FOR / 1_000} s`,
    ["Nothing more was sent. The next run looks again before it asks for anything:", upCommand],
  );
}

/** An interrupt ends the looking, not a look: what is found now need not be looked for by the next run. */
const never = new AbortController().signal;

/** Looks for a job of these inputs that no list shows yet, for as long as lists may lag. */
export async function lookFor<I extends JobInputs, J extends Job>(
  inputs: I,
  name: string,
  before: Look<J>,
  context: JobContext<I, J>,
): Promise<string | undefined> {
  const { clock, engine, resource, signal } = context;
  const steady = { ...context, signal: never };
  const until = clock.now() + LOOK_FOR;
  for (let delay = 1_000; ; delay = Math.min(delay * 1.5, 10_000)) {
    const found = await findNew(inputs, name, before, steady).catch((error: unknown) => {
      if (isServiceError(error, "throttled", "ambiguous", "unreachable")) return undefined;
      throw error;
    });
    if (found !== undefined) return found;
    if (clock.now() >= until || signal.aborted) return undefined;
    engine.status(resource.urn, `looking for ${name}, which no list shows yet`);
    await clock.sleep(Math.min(delay, until - clock.now()), signal).catch(() => undefined);
  }
}

/** By its mark; or, where tags were denied, by name, inputs and having been in no list before. */
async function findNew<I extends JobInputs, J extends Job>(
  inputs: I,
  name: string,
  before: Look<J>,
  context: JobContext<I, J>,
): Promise<string | undefined> {
  const { kind } = context;
  const { listings, unrecorded } = await findOwn(inputs, context);
  if (unrecorded !== undefined) return unrecorded.id;
  const isNew = (id: string) => before.listings.every((listing) => listing.row(id) === undefined);
  for (const { id, status } of listings.flatMap((listing) => listing.named(name)).filter((row) => isNew(row.id))) {
    const phase = kind.phaseOf(status);
    const job = phase === "running" || phase === "active" ? await findJob(id, context) : undefined;
    if (job !== undefined && isSameWork(kind.describedInputs(job, inputs), inputs, kind.shape)) return id;
  }
  return undefined;
}
