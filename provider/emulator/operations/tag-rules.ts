import { invalid } from "../wire/errors";

/** Tags that a user may set on one resource, by the prose of the model; its shape allows 200. */
const userTags = 50;

/** The rules of tags that stand in the model's prose. */
export function validateTags(tags: Readonly<Record<string, string>>): void {
  validateTagKeys(Object.keys(tags));
  if (Object.keys(tags).length > userTags) throw invalid(`A resource has at most ${userTags} tags`);
}

/** `aws:` is AWS's own prefix, in any case. */
export function validateTagKeys(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) throw invalid("Tag keys must not begin with aws:");
}
