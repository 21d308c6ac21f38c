import { MAX_TAGS } from "../../kinds/trained-model/check/rules";
import { canonicalText } from "../../kinds/trained-model/diff";
import { hashOf } from "../../kinds/trained-model/identity";
import type { ResourceContext } from "../../kinds/trained-model/inputs";

/** Says whose a model is, for as long as it exists: a hash of organisation and URN. */
export const OWNER_KEY = "cleanroomsml:owner";

/** Says that no state has recorded the model yet: a hash of the inputs, set with the create and removed by the waiter. */
export const MARK_KEY = "cleanroomsml:unrecorded";

/** 128 bits: nobody's models meet by chance. */
const HASH_LENGTH = 32;

/** The owner's tag value. */
export function ownerOf(context: Pick<ResourceContext, "organization" | "urn">): string {
  return hashOf(`${context.organization}\n${context.urn}`, HASH_LENGTH);
}

/** The mark's value. */
export function markOf(inputs: object): string {
  return hashOf(canonicalText(inputs), HASH_LENGTH);
}

/** The program's tags with ours, or undefined where AWS's limit has no room for ours. */
export function markedTags(tags: Record<string, string>, owner: string, mark: string): Record<string, string> | undefined {
  return Object.keys(tags).length + 2 <= MAX_TAGS ? { ...tags, [OWNER_KEY]: owner, [MARK_KEY]: mark } : undefined;
}

/** A model's tags as everybody else sees them. */
export function withoutMarks(tags: Record<string, string> | undefined): Record<string, string> | undefined {
  return tags && Object.fromEntries(Object.entries(tags).filter(([key]) => key !== OWNER_KEY && key !== MARK_KEY));
}
