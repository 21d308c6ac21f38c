import { arnWords } from "../../../core/check/arn-words";
import type { Issue } from "../../../core/check/issues";
import { issueOf, unknownInput } from "../../../core/check/plain-words";
import { joinPath, touches } from "../../../core/values/paths";
import type { Values } from "../../../core/values/pick";
import { isUnknown } from "../../../core/values/unknown";
import { violationsOf } from "../../../service/violations";
import { isRecord } from "../../../utils/guards";
import { isTrainedModelArn } from "../identity";

const THING = "trained model";

/** What is wrong with the model that is to be taken over. */
export function adoptIssues({ adopt }: Values, secrets: readonly string[]): Issue[] {
  if (adopt === undefined || isUnknown(adopt)) return [];
  if (!isRecord(adopt)) return [{ path: "adopt", code: "type", message: "must be `{ trainedModelArn, versionIdentifier? }`" }];
  const { trainedModelArn: arn, versionIdentifier, ...unknownMembers } = adopt;
  const isSecret = touches(secrets, "adopt");
  return [
    ...Object.keys(unknownMembers).map((key) =>
      unknownInput(joinPath("adopt", key), ["trainedModelArn", "versionIdentifier"], THING),
    ),
    ...(isUnknown(arn) || (typeof arn === "string" && isTrainedModelArn(arn)) ? [] : [adoptedArn(isSecret ? undefined : arn)]),
    ...(versionIdentifier === undefined ? [] : violationsOf("UUID", versionIdentifier, "adopt.versionIdentifier", isUnknown)).map(
      (violation) => issueOf(violation, THING, isSecret ? undefined : versionIdentifier),
    ),
  ];
}

/** As the service model has it, and more strictly: an ARN that other tools read as another resource is none. */
function adoptedArn(value: unknown): Issue {
  const message = arnWords("TrainedModelArn", value)?.message ?? "must be the ARN of a trained model";
  return { path: "adopt.trainedModelArn", code: "pattern", message };
}
