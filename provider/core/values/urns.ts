/** What a URN says: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
export interface UrnParts {
  /** `urn:pulumi:STACK` */
  stack: string;
  project: string;
  /** The type of the outermost parent first, the resource's own last. */
  types: string[];
  /** The logical name. It may hold `::`. */
  name: string;
}

/** What a URN says; empty texts where it is none. */
export function partsOfUrn(urn: string): UrnParts {
  const [stack = "", project = "", types = "", ...name] = urn.split("::");
  return { stack, project, types: types.split("$"), name: name.join("::") };
}

/** Our components; what they hold has their name. */
const COMPONENT = /^cleanroomsml:index:[A-Z]\w*$/;

/** The component that a resource is a part of; undefined of one that stands alone. */
export function componentOf(urn: string): string | undefined {
  const { stack, project, types, name } = partsOfUrn(urn);
  const above = types.slice(0, -1);
  return COMPONENT.test(above.at(-1) ?? "") ? [stack, project, above.join("$"), name].join("::") : undefined;
}

/** The job that a waiter within a component waits for; undefined of a waiter that stands alone. */
export function siblingJobOf(waiterUrn: string): string | undefined {
  if (componentOf(waiterUrn) === undefined) return undefined;
  const { stack, project, types, name } = partsOfUrn(waiterUrn);
  return [stack, project, types.join("$").replace(/Waiter$/, "Job"), name].join("::");
}
