import { NameTakenError } from "../errors/errors";
import type { ServiceError, ServiceErrorKind } from "../errors/service-error";
import { ownerUnknown } from "../ownership/ownership-errors";
import type { Job, JobInputs } from "./kind";
import { findLost, lookFor } from "./lost-answer";
import { cancelPredecessor } from "./predecessor";
import { textOfQuota } from "./quota-turn";
import type { Submission } from "./submission";

/** What follows a create that was not answered with an id: ask again, give up, or the id that turned up. */
export type Next = "again" | "give up" | { id: string };

type Follow = <I extends JobInputs, J extends Job>(
  submission: Submission<I, J>,
  refused: ServiceError,
  name: string,
) => Promise<Next>;

/** Throttled or unreachable creates are asked again for this long. */
const PATIENCE = 10 * 60_000;
/** An endpoint that refuses connections is asked this often: it is most likely a wrong setting. */
const UNREACHABLE_TRIES = 3;
/** Names that turn out to be taken although no list shows them. */
const NAME_TRIES = 20;

const giveUp: Follow = async () => "give up";

/** By what the failed create means. It is asked again only where the service surely did nothing. */
export const afterRefusal: Record<ServiceErrorKind, Follow> = {
  ambiguous: lookForLost,
  aborted: lookForLost,
  denied: withoutMarks,
  conflict: underAnotherName,
  validation: explained,
  "not-found": explained,
  quota: whenItComesFree,
  throttled: (submission) => afterPause(submission, ++submission.refusals.throttled, "throttled by the service"),
  unreachable: async (submission) => {
    const tries = ++submission.refusals.unreachable;
    return tries >= UNREACHABLE_TRIES ? "give up" : afterPause(submission, tries, "the service is not reachable");
  },
  credentials: giveUp,
  unexpected: giveUp,
};

/** The service may have acted: nothing more is sent. */
async function lookForLost<I extends JobInputs, J extends Job>(
  { inputs, look, context }: Submission<I, J>,
  _: ServiceError,
  name: string,
): Promise<Next> {
  return { id: await findLost(inputs, name, look, context) };
}

async function withoutMarks<I extends JobInputs, J extends Job>(submission: Submission<I, J>): Promise<Next> {
  if (!submission.dropMarks()) return "give up";
  const { engine, resource } = submission.context;
  engine.log("debug", resource.urn, "creating with this provider's tags was denied; asking once more without them");
  return "again";
}

/** A conflict is of a source, or of the name; a name that was chosen gives way to the next one. */
async function underAnotherName<I extends JobInputs, J extends Job>(
  submission: Submission<I, J>,
  refused: ServiceError,
  name: string,
): Promise<Next> {
  const { inputs, look, context, refusals } = submission;
  const { kind } = context;
  await kind.explainRefusal(inputs, refused, context);
  if (look.namesake !== undefined) throw ownerUnknown(look.namesake, kind);
  if (inputs.name !== undefined) throw nameTaken(refused, submission);
  if (++refusals.names > NAME_TRIES) return "give up";
  submission.noteTaken(name);
  if (refusals.names > 1 || (await kind.calls.isNameListed(name, inputs, context))) return "again";
  // A chosen name that is taken by nobody in the lists is most likely taken by this resource's own lost job.
  const id = await lookFor(inputs, name, look, context);
  return id === undefined ? "again" : { id };
}

async function explained<I extends JobInputs, J extends Job>(
  { inputs, context }: Submission<I, J>,
  refused: ServiceError,
): Promise<Next> {
  await context.kind.explainRefusal(inputs, refused, context);
  return "give up";
}

async function whenItComesFree<I extends JobInputs, J extends Job>(
  { context, turn }: Submission<I, J>,
  refused: ServiceError,
): Promise<Next> {
  if (!context.kind.comesFree(refused)) return "give up";
  await cancelPredecessor(context);
  await turn.wait(textOfQuota(refused));
  return "again";
}

async function afterPause<I extends JobInputs, J extends Job>(
  { context, started }: Submission<I, J>,
  tries: number,
  why: string,
): Promise<Next> {
  const { clock, engine, resource, signal } = context;
  if (clock.now() - started > PATIENCE) return "give up";
  engine.status(resource.urn, `${why}; asking again`);
  // An interrupt shows at the next look for the engine, before anything is sent.
  await clock.sleep(Math.min(1_000 * 2 ** (tries - 1), 20_000) * (0.5 + clock.random() / 2), signal).catch(() => undefined);
  return "again";
}

function nameTaken<I extends JobInputs, J extends Job>({ message }: ServiceError, { context }: Submission<I, J>): NameTakenError {
  const { short, done } = context.kind.words;
  return new NameTakenError(`the service refuses the name of this ${short}: ${message}`, [
    `Names are unique, and a ${short} is not deleted before its successor is ${done}: change \`name\` together with the inputs, or leave it out to have a free one chosen.`,
  ]);
}
