import { cancelCommand, type Flag, upCommand } from "../errors/commands";
import { AlreadyThereError, UnrecordedJobError } from "../errors/errors";
import type { Job, JobInputs, JobKind } from "../job/kind";

/** A job with its id. */
export interface Found<J extends Job> {
  id: string;
  job: J;
}

/** For a job of an earlier run that was killed. */
export function otherWork({ id, job }: Found<Job>, flags: readonly Flag[]): UnrecordedJobError {
  return new UnrecordedJobError(
    `${job.name} (${job.status}) was started by an earlier, interrupted run of this resource with other inputs, and is in no state: ${id}`,
    [
      "Nothing was started beside it. Go back to the inputs it was started with to take it over; or cancel it, then run `pulumi up`:",
      cancelCommand(id, flags),
    ],
  );
}

/** For what an earlier state of the program has made. */
export function alreadyThere<I extends JobInputs, J extends Job>({ id, job }: Found<J>, kind: JobKind<I, J>): AlreadyThereError {
  return new AlreadyThereError(
    `${job.name} was ${kind.words.done} from these inputs and is ACTIVE: ${id}; nothing new was started`,
    adoptAdvice(id, kind),
  );
}

/** For what may be this resource's own, of a run that was killed, or anybody's. */
export function ownerUnknown<I extends JobInputs, J extends Job>({ id, job }: Found<J>, kind: JobKind<I, J>): AlreadyThereError {
  return new AlreadyThereError(
    `${job.name} (${job.status}) was started with these inputs, and has no tag that says whose it is: ${id}; nothing new was started`,
    ["If it is somebody else's, change `name` or leave it out.", ...adoptAdvice(id, kind)],
  );
}

function adoptAdvice<I extends JobInputs, J extends Job>(id: string, kind: JobKind<I, J>): string[] {
  return [`To use it, add \`${kind.adoptText(id)}\` to this resource, then run:`, upCommand];
}
