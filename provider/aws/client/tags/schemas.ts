import type * as shapes from "../../../service/shapes";
import { empty, label, listOfText, mapOfText, operation, query, structure } from "../schema";

const TagResourceRequest$ = structure<shapes.TagResourceRequest>(
  "TagResourceRequest",
  { resourceArn: label, tags: mapOfText },
  {},
);

const UntagResourceRequest$ = structure<shapes.UntagResourceRequest>(
  "UntagResourceRequest",
  { resourceArn: label, tagKeys: query("tagKeys", listOfText) },
  {},
);

const ListTagsForResourceRequest$ = structure<shapes.ListTagsForResourceRequest>(
  "ListTagsForResourceRequest",
  { resourceArn: label },
  {},
);

const ListTagsForResourceResponse$ = structure<shapes.ListTagsForResourceResponse>(
  "ListTagsForResourceResponse",
  { tags: mapOfText },
  {},
);

const path = "/tags/{resourceArn}";

/** The operations, by name. */
export const tagOperations = {
  TagResource: operation("TagResource", ["POST", path], TagResourceRequest$, empty("TagResourceResponse")),
  UntagResource: operation("UntagResource", ["DELETE", path], UntagResourceRequest$, empty("UntagResourceResponse")),
  ListTagsForResource: operation("ListTagsForResource", ["GET", path], ListTagsForResourceRequest$, ListTagsForResourceResponse$),
};
