import { violationsOf } from "../../service/violations";
import { isRecord } from "../../utils/guards";
import type { CheckedResource, Checks, JobKind, Words } from "../job/kind";
import { isHidden } from "../run/hidden-keys";
import { leavesOf } from "../values/leaves";
import { touches } from "../values/paths";
import { pick, type Values } from "../values/pick";
import { isUnknown } from "../values/unknown";
import { type IgnoredTags, ignoredTagIssues } from "./ignored-tags";
import type { Advice, Issue } from "./issues";
import { outputTextIssues, withoutSaid } from "./output-text";
import { issueOf, unknownInput } from "./plain-words";
import { type RegionSettings, regionIssues, regionToComeIssues } from "./region";
import { tagIssues } from "./tag-rules";
import { isUnknownType, unknownType } from "./unknown-types";

/** The inputs to record, and what is wrong with them: `errors` refuse, `warnings` are for the row of what is to come. */
export interface Checked {
  inputs: Values;
  errors: Issue[];
  warnings: Advice[];
}

/** What the stack says that a check needs. */
export interface CheckSettings extends RegionSettings {
  /** Merged into the tags; the resource's own win. */
  defaultTags?: Record<string, string>;
  ignoredTags?: IgnoredTags;
  /** Whether something is to be made of the inputs, which needs a region. */
  isToCome?: boolean;
}

/** What a check needs of a kind. */
export interface CheckedKind extends Pick<JobKind, "shape"> {
  words: Pick<Words, "thing" | "short">;
  checks: Pick<Checks, "request" | "issues" | "warnings">;
}

/** Checks the inputs of a job, all at once and without a network. */
export function checkInputs(news: Values, about: CheckedResource, kind: CheckedKind, settings: CheckSettings = {}): Checked {
  const { defaultTags = {}, ignoredTags, isToCome = false } = settings;
  const { checks, shape, words } = kind;
  const inputs = shape.normalise(news);
  const hasTags = shape.inputs.includes("tags");
  if (hasTags && Object.keys(defaultTags).length > 0 && (inputs.tags === undefined || isRecord(inputs.tags))) {
    inputs.tags = { ...defaultTags, ...inputs.tags };
  }
  const texts = outputTextIssues(inputs);
  const ofModel = withoutSaid(modelIssues(inputs, about.secrets, kind), texts);
  const others = [
    ...mistyped(inputs, kind),
    ...checks.issues(inputs, about),
    ...tagIssues(inputs, words.short),
    ...regionIssues(inputs),
    ...(ignoredTags === undefined ? [] : ignoredTagIssues(inputs.tags, ignoredTags, words.short)),
    ...(isToCome ? regionToComeIssues(inputs, settings, about.secrets) : []),
  ];
  return {
    inputs,
    errors: [...texts, ...ofModel.filter((issue) => !isAdvice(issue)), ...withoutSaid(others, texts)],
    warnings: [...ofModel.filter(isAdvice), ...withoutSaid(checks.warnings(inputs, about, settings.region), texts)],
  };
}

/** What breaks the service model. */
function modelIssues(inputs: Values, secrets: readonly string[], { checks, shape, words }: CheckedKind): (Issue | Advice)[] {
  const leaves = leavesOf(inputs);
  return violationsOf(checks.request, pick(inputs, shape.apiInputs), "", isUnknown)
    .filter(({ path, code }) => !(path === "name" && code === "missing"))
    .map((violation) => {
      const value = leaves.get(violation.path)?.value;
      const isSecret = touches(secrets, violation.path);
      return isUnknownType(violation)
        ? unknownType(violation, String(value), isSecret)
        : issueOf(violation, words.thing, isSecret ? undefined : value);
    });
}

function isAdvice(issue: Issue | Advice): issue is Advice {
  return "severity" in issue;
}

/** Inputs that do not exist, each with the one that was probably meant. */
function mistyped(inputs: Values, { shape, words }: CheckedKind): Issue[] {
  return Object.keys(inputs)
    .filter((key) => !isHidden(key) && !shape.inputs.includes(key))
    .map((key) => unknownInput(key, shape.inputs, words.thing));
}
