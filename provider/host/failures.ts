import { type Failure, UnfinishedError } from "../handlers/failures";
import type { Bag } from "./bag";

/** A handler's error as the dynamic host needs it; `bag` are the properties of the request. */
export function hostError(error: unknown, bag: Bag, toBag: (outputs: object) => Bag): unknown {
  if (error instanceof UnfinishedError) return new InitFailure(error, { ...toBag(error.outputs), __provider: bag.__provider });
  return error instanceof Error ? new PlainFailure(error.message) : error;
}

/** The host prints name and stack of what a read or a delete throws, beside the engine's own line: here, one short line. */
class PlainFailure extends Error {
  constructor(message: Failure["message"]) {
    super(message);
    this.stack = message.split("\n", 1)[0] ?? "";
  }
  override toString(): string {
    return "pulumi-cleanroomsml";
  }
}

/** The error that keeps a resource in the state: the next `pulumi up` calls its `update`. */
class InitFailure extends Error {
  override readonly name = "InitFailure" as const;
  readonly id: string;
  /** The host throws the message away and shows the reasons. */
  readonly reasons: string[];
  constructor(
    { id, message }: UnfinishedError,
    /** Recorded as outputs; without `__provider` a later refresh or destroy could not run. */
    readonly properties: Bag,
  ) {
    super(message);
    this.id = id;
    this.reasons = [message];
  }
}
