import {
  type Alias,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  DependencyProviderResource,
  DependencyResource,
  type ProviderResource,
  rootStackResource,
} from "@pulumi/pulumi";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { defined } from "../../utils/defined";
import { sdk } from "./sdk";

const PACKAGE = "cleanroomsml";

/**
 * The options that a program gave a component. `own` is the provider that this process is: its children name it, or the engine might
 * serve them with another process of this plugin, which knows nothing of what this one has seen.
 */
export function optionsOf(
  request: ConstructRequest,
  own: string | undefined,
  waiters: ReadonlyMap<string, string>,
): ComponentResourceOptions & CustomResourceOptions {
  const reference = request.getProvidersMap().get(PACKAGE) ?? own;
  const { create, update, pb_delete: remove } = request.getCustomtimeouts()?.toObject() ?? {};
  const timeouts = defined({ create: create || undefined, update: update || undefined, delete: remove || undefined });
  const trigger = request.getReplacementTrigger();
  return {
    aliases: request.getAliasesList().map(aliasOf),
    dependsOn: withWaiters(request.getDependenciesList(), waiters).map((urn) => new DependencyResource(urn)),
    providers: reference === undefined ? {} : { [PACKAGE]: providerOf(reference) },
    ...defined({
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      parent: request.getParent() ? new DependencyResource(request.getParent()) : undefined,
      deletedWith: request.getDeletedwith() ? new DependencyResource(request.getDeletedwith()) : undefined,
      ignoreChanges: listed(request.getIgnorechangesList()),
      replaceOnChanges: listed(request.getReplaceonchangesList()),
      replaceWith: listed(request.getReplaceWithList().map((urn) => new DependencyResource(urn))),
      additionalSecretOutputs: listed(request.getAdditionalsecretoutputsList()),
      hooks: sdk().registration.hookBindingFromProto(request.getResourceHooks()),
      customTimeouts: Object.keys(timeouts).length === 0 ? undefined : timeouts,
      replacementTrigger: trigger && sdk().rpc.deserializeProperty(trigger.toJavaScript(), true),
    }),
  };
}

/**
 * What a component depends on, and the wait of each model among it: with `--continue-on-error` the engine leaves out what depends on
 * something that failed, and of a model that fails it is the wait, never the component.
 */
function withWaiters(urns: readonly string[], waiters: ReadonlyMap<string, string>): string[] {
  const waited = urns.flatMap((urn) => waiters.get(urn) ?? []);
  return [...new Set([...urns, ...waited])];
}

function providerOf(reference: string): ProviderResource {
  return new DependencyProviderResource(reference);
}

function listed<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function aliasOf(message: AliasMessage): string | Alias {
  const spec = message.getSpec();
  if (spec === undefined) return message.getUrn();
  const named = defined({
    name: spec.getName() || undefined,
    type: spec.getType() || undefined,
    project: spec.getProject() || undefined,
    stack: spec.getStack() || undefined,
    parent: spec.getParenturn() || undefined,
  });
  // The SDK tells "the stack itself" from "the parent of now" by a member that is there and undefined.
  return spec.getNoparent() ? { ...named, parent: rootStackResource } : named;
}
