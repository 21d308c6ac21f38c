import { commandsOf } from "../command";
import type { TagMessages } from "./messages";
import { tagOperations } from "./schemas";

const of = commandsOf<TagMessages>(tagOperations);

/** Adds tags and changes the values of those that are there. */
export class TagResourceCommand extends of("TagResource") {}

/** Removes tags by their keys. */
export class UntagResourceCommand extends of("UntagResource") {}

/** The tags of a resource. */
export class ListTagsForResourceCommand extends of("ListTagsForResource") {}
