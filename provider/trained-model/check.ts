import { enumOf, shapeOf } from "../service/model";
import { type Violation, violationsOf } from "../service/violations";
import { isTrainedModelArn } from "./identity";
import { apiInputs, contextOf, jobInputs, touches } from "./inputs";
import { type Advice, type Issue, nearest } from "./issues";
import { ownLimitIssues } from "./limit";
import { normalise } from "./normalise";
import { rules } from "./rules";
import { isRecord, isUnknown } from "./unknown";
import { warningsOf } from "./warnings";

/** The inputs to record, and what is wrong with them: `errors` refuse, `warnings` are for the row of a training to come. */
export interface Checked {
  inputs: Record<string, unknown>;
  errors: Issue[];
  warnings: Advice[];
}

/** What the stack says that a check needs. */
export interface CheckSettings {
  /** Merged into the tags; the resource's own win. */
  defaultTags?: Record<string, string>;
  /** Where the training is to run when the inputs do not say. */
  region?: string;
}

/** Checks the inputs of a TrainingJob, all at once and without a network. */
export function checkJob(news: Record<string, unknown>, { defaultTags = {}, region }: CheckSettings = {}): Checked {
  const inputs = normalise(news);
  if (Object.keys(defaultTags).length > 0 && (inputs.tags === undefined || isRecord(inputs.tags))) {
    inputs.tags = { ...defaultTags, ...inputs.tags };
  }
  const request = Object.fromEntries(Object.entries(inputs).filter(([key]) => (apiInputs as readonly string[]).includes(key)));
  const violations = violationsOf("CreateTrainedModelRequest", request, "", isUnknown).filter(
    ({ path, code }) => !(path === "name" && code === "missing"),
  );
  return {
    inputs,
    errors: [
      ...mistyped(inputs),
      ...violations.filter((violation) => !isUnknownType(violation)).map(issueOf),
      ...rules.flatMap((rule) => rule(inputs)),
      ...adoptIssues(inputs.adopt),
      ...ownLimitIssues(inputs),
    ],
    warnings: [
      ...violations.filter(isUnknownType).map((violation) => unknownType(violation, inputs)),
      ...warningsOf(inputs, region),
    ],
  };
}

/** AWS adds instance types faster than this package is made: an unknown one is a warning. */
function isUnknownType({ shape, code }: Violation): boolean {
  return shape === "InstanceType" && code === "enum";
}

/** A hint to a secret would tell it. */
function unknownType({ path, message }: Violation, inputs: Record<string, unknown>): Advice {
  const type = isRecord(inputs.resourceConfig) ? String(inputs.resourceConfig.instanceType) : "";
  const meant = touches(contextOf(inputs).secrets, path) ? undefined : nearest(type, enumOf("InstanceType"));
  const hint = meant === undefined ? "AWS may have added it since" : `did you mean \`${meant}\`?`;
  return { severity: "warning", path, code: "unknown-instance-type", message, hint };
}

/** Inputs that do not exist, each with the one that was probably meant. */
function mistyped(inputs: Record<string, unknown>): Issue[] {
  return Object.keys(inputs)
    .filter((key) => !key.startsWith("__") && !(jobInputs as readonly string[]).includes(key))
    .map((key) => unknownInput(key, jobInputs));
}

function unknownInput(path: string, candidates: readonly string[]): Issue {
  const word = path.split(/[.\]]/).at(-1) ?? path;
  const meant = nearest(word, candidates);
  const message = "is not an input of a trained model";
  return { path, code: "unknown-member", message, ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
}

function issueOf({ path, code, message, shape }: Violation): Issue {
  if (code === "unknown-member") return unknownInput(path, membersOf(shape));
  const hint = hints[shape];
  const plain = code === "pattern" ? plainPatterns[shape] : undefined;
  return { path, code, message: plain ?? message, ...(hint === undefined ? {} : { hint }) };
}

function membersOf(shape: string): string[] {
  return Object.keys(shapeOf(shape).members ?? {});
}

/** Patterns of the model that say more in words. */
const plainPatterns: Record<string, string> = {
  NameString: "must not be blank, nor hold a line break or a character beyond the basic plane, such as an emoji",
  ResourceDescription: "must not hold a control character or a character beyond the basic plane, such as an emoji",
  HyperParametersKeyString: "must not hold a line break",
  HyperParametersValueString: "must not hold a line break",
};

/** What helps beside the bare rule of the model. */
const hints: Record<string, string> = {
  UUID: "a membership or version identifier looks like `a1b2c3d4-5678-90ab-cdef-111122223333`",
  NameString: "leave `name` out to have one chosen",
  ConfiguredModelAlgorithmAssociationArn: "the ARN of a configured model algorithm association, whichever member owns it",
  MLInputChannelArn: "the ARN of an ML input channel",
  TrainedModelArn: "the ARN of a trained model, e.g. `base.trainedModelArn`",
  KmsKeyArn: "the ARN of the key itself: the service refuses an alias",
  AccountId: "12 digits, as a string",
  HyperParametersValueString: "a hyperparameter is text of 1 to 2500 characters without a line break, a number or a boolean",
  EnvironmentValueString: "an environment variable is text of 1 to 512 characters, a number or a boolean",
  ResourceConfigInstanceCountInteger: "a number from 1 to 5",
  ResourceConfigVolumeSizeInGBInteger: "a number from 1 to 8192",
  StoppingConditionMaxRuntimeInSecondsInteger: "seconds, at most 2419200 (28 days)",
  IncrementalTrainingDataChannels: "leave it out, or name exactly one model to train on",
};

function adoptIssues(adopt: unknown): Issue[] {
  if (adopt === undefined || isUnknown(adopt)) return [];
  if (!isRecord(adopt)) return [{ path: "adopt", code: "type", message: "must be `{ trainedModelArn, versionIdentifier? }`" }];
  const arn = adopt.trainedModelArn;
  const { trainedModelArn: _, versionIdentifier, ...unknownMembers } = adopt;
  return [
    ...Object.keys(unknownMembers).map((key) => unknownInput(`adopt.${key}`, ["trainedModelArn", "versionIdentifier"])),
    ...(isUnknown(arn) || (typeof arn === "string" && isTrainedModelArn(arn))
      ? []
      : [{ path: "adopt.trainedModelArn", code: "pattern", message: "must be the ARN of a trained model" }]),
    ...(versionIdentifier === undefined
      ? []
      : violationsOf("UUID", versionIdentifier, "adopt.versionIdentifier", isUnknown).map(issueOf)),
  ];
}
