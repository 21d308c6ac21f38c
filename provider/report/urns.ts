import { partsOfUrn } from "../core/values/urns";
import { pluginTypes, types } from "../kinds/trained-model/types";

/** The logical name at the end of a URN. */
export function nameOf(urn: string): string {
  return partsOfUrn(urn).name;
}

/** The type at the end of a URN's chain of types. */
export function typeOf(urn: string): string {
  return partsOfUrn(urn).types.at(-1) ?? "";
}

/** The stack that a URN names: `urn:pulumi:STACK::PROJECT::…`. */
export function stackOf(urn: string): string | undefined {
  return /^urn:pulumi:(.+?)::/.exec(urn)?.[1];
}

/** The types from the outermost parent on, without the name. */
export function typesOf(urn: string): string {
  return urn.split("::").slice(0, 3).join("::");
}

export function isJob(urn: string): boolean {
  return [types.job, pluginTypes.job].some((type) => type === typeOf(urn));
}

export function isComponent(urn: string): boolean {
  return typeOf(urn) === types.component;
}

export function isWaiter(urn: string): boolean {
  return [types.waiter, pluginTypes.waiter].some((type) => type === typeOf(urn));
}

/** Whether the resource is a part of a trained model, the component included. */
export function isOurs(urn: string): boolean {
  return isJob(urn) || isWaiter(urn) || isComponent(urn);
}

/** What the three parts of one model have in common. */
export function modelKey(urn: string): string {
  const [head = "", project = "", chain = "", ...name] = urn.split("::");
  const isPart = isJob(urn) || isWaiter(urn);
  const component = isPart ? chain.split("$").slice(0, -1).join("$") : chain;
  return [head, project, component, ...name].join("::");
}
