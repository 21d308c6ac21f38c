import { isRecord } from "../../utils/guards";
import type { Values } from "../values/pick";
import type { Issue } from "./issues";

/** AWS allows 50 tags a resource (prose of every Create; the model's map allows 200). */
export const MAX_TAGS = 50;

/** What AWS's prose, and this package, say of tags. */
export function tagIssues({ tags }: Values, short: string): Issue[] {
  if (!isRecord(tags)) return [];
  return [...countIssues(Object.keys(tags).length, short), ...Object.keys(tags).flatMap(keyIssues)];
}

function countIssues(count: number, short: string): Issue[] {
  if (count <= MAX_TAGS) return [];
  const message = `a ${short} has at most ${MAX_TAGS} tags, has ${count} (aws:defaultTags included)`;
  return [{ path: "tags", code: "tags-total", message }];
}

function keyIssues(key: string): Issue[] {
  const refused = (message: string): Issue[] => [{ path: `tags[${JSON.stringify(key)}]`, code: "tag-key-reserved", message }];
  if (/^aws:/i.test(key)) return refused("a key must not begin with `aws:`: AWS keeps it for itself");
  if (!/^cleanroomsml:/i.test(key)) return [];
  return refused("a key must not begin with `cleanroomsml:`: this provider keeps its own marks there");
}
