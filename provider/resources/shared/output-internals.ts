import { createUrn, type Output, type Resource } from "@pulumi/pulumi";

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

/** The URN as bare text: as an Output it would depend on the parent, which waits for this child. */
export function urnOf(name: string, type: string, parent: Resource | undefined): Promise<string> {
  return internals(createUrn(name, type, parent)).promise();
}

/** A resource's own URN as bare text, known once the engine has registered it. */
export function bareUrn(resource: Resource): Promise<string> {
  return internals(resource.urn).promise();
}
