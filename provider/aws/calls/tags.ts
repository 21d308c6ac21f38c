import type { TagOperations } from "../../service/operations";
import type { CallOperation } from "./call";

/** The operations on the tags of any resource. */
export function callsOfTags(call: CallOperation): TagOperations {
  return {
    tagResource: async (request, signal) => void (await call("TagResource", request, signal)),
    untagResource: async (request, signal) => void (await call("UntagResource", request, signal)),
    listTagsForResource: async (request, signal) => {
      const { tags } = await call("ListTagsForResource", request, signal, "tags");
      return { tags };
    },
  };
}
