import { isRecord } from "../../utils/guards";
import { joinPath } from "../values/paths";
import type { Issue } from "./issues";

/** Tags that something else than the program looks after. */
export interface IgnoredTags {
  keys: string[];
  keyPrefixes: string[];
}

/** Only what the program sets is ever touched, so all that can go wrong is to set what is to be left alone. */
export function ignoredTagIssues(tags: unknown, { keys, keyPrefixes }: IgnoredTags, short: string): Issue[] {
  if (!isRecord(tags)) return [];
  return Object.keys(tags)
    .filter((key) => keys.includes(key) || keyPrefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => ({
      path: joinPath("tags", key),
      code: "tag-ignored",
      message: "is a tag that `aws:ignoreTags` leaves to others",
      hint: `take it out there, or out of the tags (of the ${short}, or of \`aws:defaultTags\`)`,
    }));
}
