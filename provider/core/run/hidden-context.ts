/**
 * Facts that a dynamic provider is not told, such as the URN and which inputs are secret. The constructor passes them as
 * the hidden input `__context`, which the state keeps. The plugin is told most of them by the engine: its constructors pass the few
 * that are left, and it records in the output `__context` what a later request does not say.
 */
export interface HiddenContext {
  /** The resource's own URN. */
  urn: string;
  /** Its logical name. */
  name: string;
  organization: string;
  /** Paths of the inputs that are secret. */
  secrets: string[];
  /** Paths of the inputs that come from a resource of this package in the same program. */
  chained: string[];
  /** Pulumi's customTimeouts, e.g. `{ create: "3h" }`. */
  timeouts: { create?: string; update?: string; delete?: string };
  /** Pulumi's replaceOnChanges, which the engine does not apply to a provider that answers without details. */
  replaceOnChanges: string[];
  /** Of a waiter: the URN of its job. */
  jobUrn?: string;
  /** Of a waiter: the job is adopted, so its marks are not ours to remove. */
  isAdopted?: boolean;
}

/** As it is told and recorded: what is empty is left out, since the engine looks at each value several times. */
export type ToldContext = Partial<HiddenContext>;

/**
 * What the constructor passes in the same input and `check` takes out again, since it is true of one run alone: recorded, it would
 * be a change to an unchanged program, and a plan would hold `pulumi up` to it.
 */
export interface PassingContext {
  /** In previews, paths of the inputs that are unknown because the resource they come from is made anew. */
  moving?: string[];
  /** By path, what entries of maps hold that hold nothing: Pulumi drops them on the way. */
  leftOut?: Record<string, "undefined" | "null">;
}
