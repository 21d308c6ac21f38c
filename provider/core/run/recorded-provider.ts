/** The key under which Pulumi's dynamic host looks for a resource's provider, among what the state records. */
export const PROVIDER_KEY = "__provider";

/** What `pulumi-cleanroomsml/host` has for a type of resource. States name it, so none is ever renamed. */
export type Member = "job" | "waiter" | "mlConfiguration";

/**
 * The text that the state records as the provider of a resource: its host evaluates it in the program's folder before each operation,
 * and takes what `handler` returns. It loads the package that is installed there.
 *
 * Pulumi would make such a text out of functions: 2 kB, in each resource twice, after loading a compiler, and with another version of
 * Pulumi or TypeScript another text. This one is written here and never changes: states outlive releases, so each version of
 * `pulumi-cleanroomsml/host` has to serve the text of each version before it. What is not in it can be mended.
 */
export function recordedProvider(member: Member): string {
  return `exports.handler=()=>require("node:module").createRequire(process.cwd()+"/_")("pulumi-cleanroomsml/host").${member}`;
}
