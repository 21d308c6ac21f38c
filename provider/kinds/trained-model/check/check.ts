import { arnWords } from "../../../core/check/arn-words";
import { type IgnoredTags, ignoredTagIssues } from "../../../core/check/ignored-tags";
import type { Advice, Issue } from "../../../core/check/issues";
import { outputTextIssues, withoutSaid } from "../../../core/check/output-text";
import { issueOf, unknownInput } from "../../../core/check/plain-words";
import { type RegionSettings, trainingRegionIssues } from "../../../core/check/region";
import { leavesOf } from "../../../core/values/leaves";
import { isRecord, isUnknown } from "../../../core/values/unknown";
import { joinPath, violationsOf } from "../../../service/violations";
import { isTrainedModelArn } from "../identity";
import { apiInputs, contextOf, jobInputs, touches } from "../inputs";
import { normalise } from "../normalise";
import { ownLimitIssues } from "./max-instance-hours";
import { rules } from "./rules";
import { isUnknownType, unknownType } from "./unknown-types";
import { warningsOf } from "./warnings";

/** The inputs to record, and what is wrong with them: `errors` refuse, `warnings` are for the row of a training to come. */
export interface Checked {
  inputs: Record<string, unknown>;
  errors: Issue[];
  warnings: Advice[];
}

/** What the stack says that a check needs. */
export interface CheckSettings extends RegionSettings {
  /** Merged into the tags; the resource's own win. */
  defaultTags?: Record<string, string>;
  ignoredTags?: IgnoredTags;
  /** Whether a training comes of the inputs, which needs a region. */
  isToCome?: boolean;
}

/** Checks the inputs of a TrainingJob, all at once and without a network. */
export function checkJob(news: Record<string, unknown>, settings: CheckSettings = {}): Checked {
  const { defaultTags = {}, ignoredTags, isToCome = false } = settings;
  const inputs = normalise(news);
  if (Object.keys(defaultTags).length > 0 && (inputs.tags === undefined || isRecord(inputs.tags))) {
    inputs.tags = { ...defaultTags, ...inputs.tags };
  }
  const texts = outputTextIssues(inputs);
  const ofModel = withoutSaid(modelIssues(inputs), texts);
  const others = [
    ...mistyped(inputs),
    ...rules.flatMap((rule) => rule(inputs)),
    ...adoptIssues(inputs),
    ...ownLimitIssues(inputs),
    ...(ignoredTags === undefined ? [] : ignoredTagIssues(inputs.tags, ignoredTags)),
    ...(isToCome ? trainingRegionIssues(inputs, settings) : []),
  ];
  return {
    inputs,
    errors: [...texts, ...ofModel.filter((issue) => !isAdvice(issue)), ...withoutSaid(others, texts)],
    warnings: [...ofModel.filter(isAdvice), ...withoutSaid(warningsOf(inputs, settings.region), texts)],
  };
}

/** What breaks the service model. */
function modelIssues(inputs: Record<string, unknown>): (Issue | Advice)[] {
  const request = Object.fromEntries(Object.entries(inputs).filter(([key]) => (apiInputs as readonly string[]).includes(key)));
  const { secrets } = contextOf(inputs);
  const leaves = leavesOf(inputs);
  return violationsOf("CreateTrainedModelRequest", request, "", isUnknown)
    .filter(({ path, code }) => !(path === "name" && code === "missing"))
    .map((violation) => {
      const value = leaves.get(violation.path)?.value;
      const isSecret = touches(secrets, violation.path);
      return isUnknownType(violation)
        ? unknownType(violation, String(value), isSecret)
        : issueOf(violation, isSecret ? undefined : value);
    });
}

function isAdvice(issue: Issue | Advice): issue is Advice {
  return "severity" in issue;
}

/** Inputs that do not exist, each with the one that was probably meant. */
function mistyped(inputs: Record<string, unknown>): Issue[] {
  return Object.keys(inputs)
    .filter((key) => !key.startsWith("__") && !(jobInputs as readonly string[]).includes(key))
    .map((key) => unknownInput(key, jobInputs));
}

function adoptIssues(inputs: Record<string, unknown>): Issue[] {
  const { adopt } = inputs;
  if (adopt === undefined || isUnknown(adopt)) return [];
  if (!isRecord(adopt)) return [{ path: "adopt", code: "type", message: "must be `{ trainedModelArn, versionIdentifier? }`" }];
  const { trainedModelArn: arn, versionIdentifier, ...unknownMembers } = adopt;
  const isSecret = touches(contextOf(inputs).secrets, "adopt");
  return [
    ...Object.keys(unknownMembers).map((key) => unknownInput(joinPath("adopt", key), ["trainedModelArn", "versionIdentifier"])),
    ...(isUnknown(arn) || (typeof arn === "string" && isTrainedModelArn(arn)) ? [] : [adoptedArn(isSecret ? undefined : arn)]),
    ...(versionIdentifier === undefined ? [] : violationsOf("UUID", versionIdentifier, "adopt.versionIdentifier", isUnknown)).map(
      (violation) => issueOf(violation, isSecret ? undefined : versionIdentifier),
    ),
  ];
}

/** As the service model has it, and more strictly: an ARN that other tools read as another resource is none. */
function adoptedArn(value: unknown): Issue {
  const message = arnWords("TrainedModelArn", value)?.message ?? "must be the ARN of a trained model";
  return { path: "adopt.trainedModelArn", code: "pattern", message };
}
