import { getOrganization, Output, type Resource, runtime } from "@pulumi/pulumi";
import type { HiddenContext } from "../../core/run/hidden-context";
import { isRecord } from "../../utils/guards";
import { joinPath } from "../../utils/join-path";
import { internals, urnOf } from "./output-internals";
import type { ResourceTypes } from "./resource-types";

/** What a constructor tells the host beside the inputs; a promise, never an Output: that would make a component wait for itself. */
export async function contextFor(
  name: string,
  types: ResourceTypes,
  part: "job" | "waiter",
  parent: Resource | undefined,
  args: object,
  more: Partial<HiddenContext>,
): Promise<HiddenContext> {
  const [secrets, chained] = await Promise.all([pathsWhere(args, isSecret), pathsWhere(args, (value) => isOfKind(value, types))]);
  return {
    urn: await urnOf(name, types[part], parent),
    name,
    organization: organizationName(),
    secrets,
    chained,
    timeouts: {},
    replaceOnChanges: [],
    ...more,
  };
}

function organizationName(): string {
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
export async function movingPaths(args: object): Promise<string[] | undefined> {
  if (!runtime.isDryRun()) return undefined;
  return pathsWhere(args, async (value) => !(await internals(value).isKnown) && comesFromNew(value));
}

/** The paths of the Outputs in some inputs for which a question is answered with yes. */
async function pathsWhere(args: object, isAsked: (value: Output<unknown>) => Promise<boolean>): Promise<string[]> {
  const paths: string[] = [];
  const visit = async (value: unknown, path: string): Promise<void> => {
    const settled = value instanceof Promise ? await value : value;
    if (Output.isInstance(settled)) {
      if (await isAsked(settled)) paths.push(path);
    } else if (Array.isArray(settled)) {
      await Promise.all(settled.map((item, index) => visit(item, `${path}[${index}]`)));
    } else if (isRecord(settled)) {
      await Promise.all(Object.entries(settled).map(([key, item]) => visit(item, joinPath(path, key))));
    }
  };
  await visit(args, "");
  return paths.sort();
}

function isSecret(value: Output<unknown>): Promise<boolean> {
  return internals(value).isSecret;
}

/** Whether the value comes from a resource of the same kind in this program: a model's version then goes with its ARN. */
async function isOfKind(value: Output<unknown>, types: ResourceTypes): Promise<boolean> {
  const resources = [...((await internals(value).allResources?.()) ?? [])];
  const ofKind: unknown[] = [types.component, types.job, types.waiter];
  return resources.some((resource) => ofKind.includes(typeOf(resource)));
}

/** What the SDK says of every resource and its types leave out. Not `instanceof`: a component may bring a copy of this package. */
function typeOf(resource: Resource): unknown {
  return "__pulumiType" in resource ? resource.__pulumiType : undefined;
}

/** Whether a resource behind the Output is created or replaced: then its id is unknown too. An update leaves the id known. */
async function comesFromNew(output: Output<unknown>): Promise<boolean> {
  const resources = [...((await internals(output).allResources?.()) ?? [])];
  const ids = resources.flatMap((resource) => ("id" in resource && Output.isInstance(resource.id) ? [resource.id] : []));
  const known = await Promise.all(ids.map((id) => internals(id).isKnown));
  return known.length === 0 || known.includes(false);
}
