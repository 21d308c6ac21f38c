import type * as shapes from "../../../service/shapes";

/** What goes out and what comes back, by operation on the tags of any resource. */
export interface TagOperations {
  TagResource: [shapes.TagResourceRequest, object];
  UntagResource: [shapes.UntagResourceRequest, object];
  ListTagsForResource: [shapes.ListTagsForResourceRequest, shapes.ListTagsForResourceResponse];
}

/** Their names, all of them. */
export const tagOperationNames: Record<keyof TagOperations, true> = {
  TagResource: true,
  UntagResource: true,
  ListTagsForResource: true,
};
