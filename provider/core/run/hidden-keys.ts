/**
 * The keys of a property bag that no program writes. A dynamic provider is told a bag of properties and nothing else: what it
 * needs besides travels in there.
 */
export const hiddenKeys = {
  /**
   * An input: the URN, the name, which inputs are secret, time-outs. The dynamic host records it, for an update and a delete read it; the
   * plugin takes it out, and records an output of that name. One input holds it all: of each the SDK makes an Output, with a dozen promises
   * and four stacks.
   */
  context: "__context",
  /** An output: what the service filled in and the program left out. It makes no difference to the program. */
  filled: "__filled",
  /** An output of a waiter that was looked up: its job carries the mark that says that no state has recorded it. An update takes both off. */
  unrecorded: "__unrecorded",
  /** A property of the component, always nothing: the component is registered once it has ended. */
  watched: "__watched",
} as const;

/** Whether a key is one of these. Pulumi has such keys too, e.g. `__provider`. */
export function isHidden(key: string): boolean {
  return key.startsWith("__");
}
