import { isRecord } from "../../utils/guards";
import { MAX_TAGS } from "../check/tag-rules";
import type { Resource } from "../run/resource";
import { hashOf } from "../values/hash";
import { type InputShape, inputsOfWork } from "../values/input-shape";
import { leavesOf } from "../values/leaves";
import { pick } from "../values/pick";
import { partsOfUrn } from "../values/urns";

/** Says whose something is, for as long as it exists: a hash of organisation, stack, project, parents and name. */
export const OWNER_KEY = "cleanroomsml:owner";

/** Says that no state has recorded it yet: a hash of the inputs, set with the create and removed by the waiter. */
export const MARK_KEY = "cleanroomsml:unrecorded";

/** 128 bits: nobody's resources meet by chance. */
const HASH_LENGTH = 32;

/**
 * The owner's tag value. A resource's own type is left out of the URN: a host names it as it likes, and what a host
 * made has to be known to another one.
 */
export function ownerOf({ organization, urn }: Pick<Resource, "organization" | "urn">): string {
  const { stack, project, types, name } = partsOfUrn(urn);
  return hashOf(JSON.stringify([organization, stack, project, types.slice(0, -1), name]), HASH_LENGTH);
}

/** The mark's value: equal for equal work, whatever the order of keys and named elements. */
export function markOf(inputs: object, shape: InputShape): string {
  const normal = shape.normalise(pick(inputs, inputsOfWork(shape)));
  for (const [list, member] of Object.entries(shape.namedLists)) {
    const elements = normal[list];
    const nameOf = (element: unknown) => (isRecord(element) ? String(element[member]) : "");
    if (Array.isArray(elements)) normal[list] = [...elements].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
  const leaves = [...leavesOf(normal, shape.defaultValues)].map(([path, { value }]) => [path, String(value)]);
  return hashOf(JSON.stringify(leaves.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))), HASH_LENGTH);
}

/** The program's tags with ours, or undefined where AWS's limit has no room for ours. */
export function markedTags(tags: Record<string, string>, owner: string, mark: string): Record<string, string> | undefined {
  return Object.keys(tags).length + 2 <= MAX_TAGS ? { ...tags, [OWNER_KEY]: owner, [MARK_KEY]: mark } : undefined;
}

/** Tags as everybody else sees them. */
export function withoutMarks(tags: Record<string, string> | undefined): Record<string, string> | undefined {
  return tags && Object.fromEntries(Object.entries(tags).filter(([key]) => key !== OWNER_KEY && key !== MARK_KEY));
}
