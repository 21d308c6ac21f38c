import { programError } from "./program-error";

/** The key under which Pulumi's host looks for a resource's provider. */
const KEY = "__provider";

/**
 * The text that the state records as the provider of a resource: its host evaluates it in the program's folder before each operation,
 * and takes what `handler` returns. It loads the package that is installed there.
 *
 * Pulumi would make such a text out of functions: 2 kB, in each resource twice, after loading a compiler, and with another version of
 * Pulumi or TypeScript another text. This one is written here and never changes: states outlive releases, so each version of
 * `pulumi-cleanroomsml/host` has to serve the text of each version before it. What is not in it can be mended.
 */
export function recordedProvider(member: "job" | "waiter"): string {
  return `exports.handler=()=>require("node:module").createRequire(process.cwd()+"/_")("pulumi-cleanroomsml/host").${member}`;
}

/** Some properties with the provider in the place that is its own. */
export function withProvider(properties: Record<string, unknown>, member: "job" | "waiter"): Record<string, unknown> {
  if (properties[KEY]) throw programError(`an input has the name \`${KEY}\`, which Pulumi keeps for itself; leave it out`);
  return { ...properties, [KEY]: recordedProvider(member) };
}
