import { type CustomResourceOptions, runtime } from "@pulumi/pulumi";
import { unseenKeys } from "../../settings/unseen-keys";
import { programError } from "./program-error";

const OWN = "cleanroomsml:";

/**
 * Refuses what the stack says to `@pulumi/aws` and the plugin is not told, where the resource has no provider of the program's own.
 * A program sees the whole configuration; the plugin only looks into the files of the stack.
 */
export function requireSeenKeys(type: string, { provider, parent }: CustomResourceOptions): void {
  if ((provider ?? parent?.getProvider(type)) !== undefined) return;
  const all = Object.entries(runtime.allConfig());
  const keys = all.map(([key, value]) => [key, isSecret(key) ? undefined : value]);
  const own = all.flatMap(([key, value]) => (key.startsWith(OWN) ? [[key.slice(OWN.length), value]] : []));
  const problems = unseenKeys(Object.fromEntries(keys), Object.fromEntries(own), process.env);
  if (problems.length > 0) throw programError(problems.join("\n"));
}

/** The SDK knows it, and its types leave it out. */
function isSecret(key: string): boolean {
  return "isConfigSecret" in runtime && typeof runtime.isConfigSecret === "function" ? runtime.isConfigSecret(key) : true;
}
