import { defined } from "../../utils/defined";
import { flag, object, oneOf, text, textMap } from "../control/members";
import type { ModelChange, ModelReference } from "./models";

const published = oneOf(["PUBLISH_SUCCEEDED", "PUBLISH_FAILED"]);

const statusDetails = object((members) =>
  defined({ statusCode: members.optional("statusCode", text), message: members.optional("message", text) }),
);

/** A change that another process asks for, and the version that it means. */
export const modelChange = object<{ reference: ModelReference; change: ModelChange }>((members) => ({
  reference: {
    trainedModelArn: members.required("trainedModelArn", text),
    versionIdentifier: members.optional("versionIdentifier", text),
  },
  change: defined({
    status: members.optional("status", text),
    statusDetails: members.optional("statusDetails", statusDetails),
    tags: members.optional("tags", textMap),
    gone: members.optional("gone", flag),
    logsStatus: members.optional("logsStatus", published),
    logsStatusDetails: members.optional("logsStatusDetails", text),
    metricsStatus: members.optional("metricsStatus", published),
    metricsStatusDetails: members.optional("metricsStatusDetails", text),
  }),
}));
