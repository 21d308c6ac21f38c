import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on the tags of any resource. */
export interface TagMessages {
  TagResource: [shapes.TagResourceRequest, object];
  UntagResource: [shapes.UntagResourceRequest, object];
  ListTagsForResource: [shapes.ListTagsForResourceRequest, shapes.ListTagsForResourceResponse];
}

export const tagSending: Record<keyof TagMessages, Sending> = {
  TagResource: "repeated",
  UntagResource: "repeated",
  ListTagsForResource: "repeated",
};
