import { getProject, getStack, type Output, type Resource } from "@pulumi/pulumi";

/** What Pulumi's Output has and its types leave out. */
export interface OutputInternals<T> {
  promise(): Promise<T>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
  allResources?: () => Promise<Set<Resource>>;
}

/** An Output as Pulumi's own code sees it. */
export function internals<T>(output: Output<T>): OutputInternals<T>;
export function internals(output: unknown): unknown {
  return output;
}

/**
 * The URN of a resource as bare text, as Pulumi's `createUrn` makes it: an Output would depend on the parent, which waits for
 * this child. A stack is no part of its children's types.
 */
export async function urnOf(name: string, type: string, parent: Resource | undefined): Promise<string> {
  const above = parent && (await bareUrn(parent)).split("::").slice(0, -1).join("::");
  const isInResource = above !== undefined && !above.endsWith("::pulumi:pulumi:Stack");
  return `${isInResource ? `${above}$` : `urn:pulumi:${getStack()}::${getProject()}::`}${type}::${name}`;
}

/** A resource's own URN as bare text, known once the engine has registered it. */
export function bareUrn(resource: Resource): Promise<string> {
  return internals(resource.urn).promise();
}
