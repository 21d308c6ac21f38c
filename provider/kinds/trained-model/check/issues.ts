import type { Issue } from "../../../core/check/issues";
import type { CheckedResource } from "../../../core/job/kind";
import type { Values } from "../../../core/values/pick";
import { adoptIssues } from "./adopt-rules";
import { channelIssues } from "./channel-rules";
import { ownLimitIssues } from "./max-instance-hours";

/** What the service model does not say of the inputs of a training. */
export function trainingIssues(inputs: Values, { secrets }: CheckedResource): Issue[] {
  return [...channelIssues(inputs), ...adoptIssues(inputs, secrets), ...ownLimitIssues(inputs)];
}
