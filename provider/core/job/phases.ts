/**
 * What a status means to the rules.
 *
 * - `running`: paid for, and on its way to `active` or `failed`.
 * - `active`: done, the output is there.
 * - `failed`: it ended without an output.
 * - `ending`: somebody cancelled it or deletes its output; it will not become active.
 * - `gone`: cancelled, or its output was deleted; the record remains.
 */
export type Phase = "running" | "active" | "failed" | "ending" | "gone";
