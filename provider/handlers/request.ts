import type { Resource } from "../core/run/resource";
import type { Values } from "../core/values/pick";

/** What a host tells with each question, in whatever form it was asked. Unknown values are `UNKNOWN`, at any depth. */
export interface Request extends Resource {
  /** Paths of inputs that are unknown because the resource they come from is created or replaced. */
  unknowns: readonly string[];
  /** Whether the engine only wants to know what would be. */
  isPreview: boolean;
  /** Paths of inputs that come from a resource of this package in the same program, as far as the host can tell. */
  chained: readonly string[];
  /** Pulumi's replaceOnChanges, of a host whose engine does not apply it. */
  replaceOnChanges: readonly string[];
  /** Entries of maps that hold nothing, by path, of a host that drops them. */
  leftOut?: unknown;
  /** Of a waiter: the URN of its job. */
  jobUrn?: string | undefined;
  /** Of a waiter: the job is adopted, so its marks are not ours to remove. */
  isAdopted?: boolean | undefined;
}

/** Whether the inputs are legal, and what to record of them. */
export interface CheckRequest extends Request {
  /** The recorded inputs; none for what is to come: a first create, a taint, the second check of a replacement. */
  olds: Values | undefined;
  news: Values;
}

/** What an update would do. */
export interface DiffRequest extends Request {
  id: string;
  olds: Values;
  /** Paths of the recorded inputs that are secret. */
  oldSecrets: readonly string[];
  news: Values;
}

/** To make it. */
export interface CreateRequest extends Request {
  inputs: Values;
}

/** What there is now. */
export interface ReadRequest extends Request {
  id: string;
  /** What the state has; of a resource that is only looked up, next to nothing. */
  olds: Values;
}

/** To change it in place, or to go on with what was cut short. */
export interface UpdateRequest extends Request {
  id: string;
  olds: Values;
  inputs: Values;
}

/** To end it. */
export interface DeleteRequest extends Request {
  id: string;
  olds: Values;
}
