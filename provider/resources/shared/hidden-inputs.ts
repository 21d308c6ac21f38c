import { getOrganization, Output, type Resource, runtime } from "@pulumi/pulumi";
import type { ToldContext } from "../../core/run/hidden-context";
import { partsOfUrn } from "../../core/values/urns";
import { isLeftInPlace } from "./host";
import { bareUrn, internals, urnOf } from "./output-internals";
import { type FoundOutput, pathsWhere } from "./outputs-in";

/** Under which types the state knows the resources of a kind, by their parts. */
type KindTypes = Readonly<Record<string, string>>;

/** What a constructor tells the host beside the inputs, where `found` are the Outputs among them; plain values, never an Output: that would make a component wait for itself. */
export async function contextFor<Part extends string>(
  name: string,
  types: Record<Part, string>,
  part: NoInfer<Part>,
  parent: Resource | undefined,
  found: readonly FoundOutput[],
  more: ToldContext,
): Promise<ToldContext> {
  const [secrets, chained, urn] = await Promise.all([
    pathsWhere(found, isSecret),
    chainedPaths(types, found),
    urnOf(name, types[part], parent),
  ]);
  const all = { urn, name, organization: organizationName(), secrets, chained, ...more };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

/** Whose stack it is, as every backend but Pulumi's own calls it where nobody says. */
export function organizationName(): string {
  try {
    return getOrganization();
  } catch {
    return "organization";
  }
}

/**
 * Where the inputs are unknown because the resource they come from is made anew. Of previews alone: it must not be
 * among the recorded inputs, which a plan holds `pulumi up --plan` and `--strict` to.
 */
export async function movingPaths(found: readonly FoundOutput[]): Promise<string[] | undefined> {
  if (!runtime.isDryRun()) return undefined;
  const paths = await pathsWhere(found, async (output) => !(await internals(output).isKnown) && comesFromNew(output));
  return paths.length === 0 ? undefined : paths;
}

/** Where the inputs come from a resource of the same kind in this program. */
export function chainedPaths(types: KindTypes, found: readonly FoundOutput[]): Promise<string[]> {
  return pathsWhere(found, (output) => isOfKind(output, types));
}

function isSecret(value: Output<unknown>): Promise<boolean> {
  return internals(value).isSecret;
}

/** Whether the value comes from a resource of the same kind in this program: a model's version then goes with its ARN. */
async function isOfKind(value: Output<unknown>, types: KindTypes): Promise<boolean> {
  const resources = [...((await internals(value).allResources?.()) ?? [])];
  const ofKind: unknown[] = Object.values(types);
  return (await Promise.all(resources.map(typeOf))).some((type) => ofKind.includes(type));
}

/**
 * What the SDK says of every resource and its types leave out. Not `instanceof`: a component may bring a copy of this package.
 * Within the plugin a resource of the program is its URN alone.
 */
async function typeOf(resource: Resource): Promise<unknown> {
  const type = "__pulumiType" in resource ? resource.__pulumiType : undefined;
  return type || partsOfUrn(await bareUrn(resource)).types.at(-1);
}

/** Whether a resource behind the Output is created or replaced. Where nothing tells, it may be. */
async function comesFromNew(output: Output<unknown>): Promise<boolean> {
  const resources = [...((await internals(output).allResources?.()) ?? [])];
  const kept = (await Promise.all(resources.map(isKept))).filter((known) => known !== undefined);
  return kept.length === 0 || kept.includes(false);
}

/** A resource that is created or replaced has an id that is unknown too; an update leaves the id known. */
async function isKept(resource: Resource): Promise<boolean | undefined> {
  if ("id" in resource && Output.isInstance(resource.id)) return internals(resource.id).isKnown;
  return isLeftInPlace(await bareUrn(resource));
}
