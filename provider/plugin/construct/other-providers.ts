import { log, type Resource } from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";

/** Packages whose provider a program may take for the one that reaches Clean Rooms ML. */
const OF_AWS = ["aws", "aws-native"];

/**
 * Warns on the row of a component that has a provider of AWS and none of this package. No error, as it is in Node: the engine puts
 * those that a parent has for its other children among them.
 */
export function warnOfOtherProviders(request: ConstructRequest, component: Resource): void {
  const providers = request.getProvidersMap();
  const other = OF_AWS.find((name) => providers.has(name));
  if (other === undefined || providers.has("cleanroomsml")) return;
  const text = `its provider of the package ${other} does not reach Clean Rooms ML, so what the stack says is used. If it is to have another region or account, pass a provider of the package cleanroomsml, with the inputs region, profile and assumeRoles.`;
  void log.warn(text, component);
}
