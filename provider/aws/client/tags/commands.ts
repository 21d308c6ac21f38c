import { command } from "../command";
import type { TagOperations } from "./operations";
import { tagOperations } from "./schemas";

const of = <Name extends keyof TagOperations>(name: Name) =>
  command<TagOperations[Name][0], TagOperations[Name][1]>(tagOperations[name]);

/** Adds tags and changes the values of those that are there. */
export class TagResourceCommand extends of("TagResource") {}

/** Removes tags by their keys. */
export class UntagResourceCommand extends of("UntagResource") {}

/** The tags of a resource. */
export class ListTagsForResourceCommand extends of("ListTagsForResource") {}
