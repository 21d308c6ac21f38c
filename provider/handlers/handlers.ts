import type { Values } from "../core/values/pick";
import type { CheckFailure } from "./failures";
import type { CheckRequest, CreateRequest, DeleteRequest, DiffRequest, ReadRequest, UpdateRequest } from "./request";

/**
 * One type of resource, as every host calls it. What they throw is a `Failure`, whose text holds no secret; a create or an
 * update that was cut short throws an `UnfinishedError`, and the resource stays in the state.
 */
export interface Handlers {
  check(request: CheckRequest): Promise<CheckAnswer>;
  diff(request: DiffRequest): DiffAnswer;
  create(request: CreateRequest): Promise<CreateAnswer>;
  /** Undefined when it is not there any more. */
  read(request: ReadRequest): Promise<ReadAnswer | undefined>;
  /** The outputs. */
  update(request: UpdateRequest): Promise<Values>;
  delete(request: DeleteRequest): Promise<void>;
}

/** What a check found. */
export interface CheckAnswer {
  /** The inputs to record. */
  inputs: Values;
  failures: CheckFailure[];
}

/** What an update would do; neither of the two is no change. */
export interface DiffAnswer {
  /** Paths that are changed in place. */
  updates: readonly string[];
  /** Paths that mean a new one. */
  replaces: readonly string[];
}

/** What a create made. */
export interface CreateAnswer {
  /** Empty where a preview cannot know it. */
  id: string;
  outputs: Values;
}

/** What there is now, as outputs and as the inputs to record. */
export interface ReadAnswer {
  outputs: Values;
  inputs: Values;
}
