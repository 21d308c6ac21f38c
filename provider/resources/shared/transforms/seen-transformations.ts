import type { Resource, ResourceTransformation } from "@pulumi/pulumi";

/**
 * Looks at what a program's transformations, Pulumi's older kind, make of one resource, also under mocks. They run within the
 * constructor, the resource's own first: from there the look is put behind all others.
 */
export class TransformationsSeen {
  properties: Record<string, unknown> | undefined;
  readonly #look: ResourceTransformation = ({ props }) => {
    this.properties = props;
    return undefined;
  };

  /** The resource's own first transformation. */
  readonly first: ResourceTransformation = ({ resource }) => {
    transformationsOf(resource)?.push(this.#look);
    return undefined;
  };

  /** Takes the look away again: a resource's children inherit its transformations. */
  takeFrom(resource: Resource): void {
    const list = transformationsOf(resource);
    const others = list?.filter((transformation) => transformation !== this.first && transformation !== this.#look) ?? [];
    list?.splice(0, list.length, ...others);
  }
}

/** What every resource has and its type leaves out; the SDK walks it while it may grow. */
function transformationsOf(resource: Resource): ResourceTransformation[] | undefined {
  const list: unknown = "__transformations" in resource ? resource.__transformations : undefined;
  return Array.isArray(list) ? list : undefined;
}
