import { command } from "../command";
import type { TagMessages } from "./messages";
import { tagOperations } from "./schemas";

const of = <Name extends keyof TagMessages>(name: Name) =>
  command<TagMessages[Name][0], TagMessages[Name][1]>(tagOperations[name]);

/** Adds tags and changes the values of those that are there. */
export class TagResourceCommand extends of("TagResource") {}

/** Removes tags by their keys. */
export class UntagResourceCommand extends of("UntagResource") {}

/** The tags of a resource. */
export class ListTagsForResourceCommand extends of("ListTagsForResource") {}
