import { shapeOf } from "../../service/model";
import type { Violation } from "../../service/violations";
import { arnWords } from "./arn-words";
import type { Issue } from "./issues";
import { nearest } from "./nearest";

/** A violation of the service model, in words and with what helps. `value` is looked at, never repeated; without it less is said. */
export function issueOf({ path, code, message, shape }: Violation, thing: string, value?: unknown): Issue {
  if (code === "unknown-member") return unknownInput(path, Object.keys(shapeOf(shape).members ?? {}), thing);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { path, code, message: `is ${value}, which is no number to send`, hint: "was it made of a key that is not set?" };
  }
  const arn = code === "type" || code === "missing" ? undefined : arnWords(shape, value);
  if (arn !== undefined) return { path, code, ...arn };
  if (shape === "UUID" && typeof value === "string" && value.startsWith("arn:")) {
    return {
      path,
      code,
      message: "is an ARN, and the identifier alone is wanted",
      hint: "for a membership, the part after `membership/`",
    };
  }
  const limited = code === "min" || code === "max" ? fixedLengths[shape] : undefined;
  const plain = code === "missing" ? undefined : (numberRule(shape, value) ?? (code === "pattern" ? patterns[shape] : limited));
  const hint = hints[shape];
  return { path, code, message: plain ?? message, ...(hint === undefined ? {} : { hint }) };
}

/** An input that does not exist, with the one that was probably meant. */
export function unknownInput(path: string, candidates: readonly string[], thing: string): Issue {
  const word = path.split(/[.\]]/).at(-1) ?? path;
  const meant = nearest(word, candidates);
  const message = `is not an input of ${/^(?:[aeiou]|ML )/i.test(thing) ? "an" : "a"} ${thing}`;
  return { path, code: "unknown-member", message, ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
}

/** What the model says in lengths and what has one form alone. */
const fixedLengths: Record<string, string> = {
  UUID: "must be a UUID",
  AccountId: "must be the number of an AWS account",
};

/** Numbers: their whole rule, whichever part of it is broken. */
const numbers: Record<string, string> = {
  ResourceConfigInstanceCountInteger: "must be a number from 1 to 5",
  ResourceConfigVolumeSizeInGBInteger: "must be a number from 1 to 8192",
  StoppingConditionMaxRuntimeInSecondsInteger: "must be a number of seconds from 1 to 2419200 (28 days)",
};

function numberRule(shape: string, value: unknown): string | undefined {
  const rule = numbers[shape];
  // Pulumi shows the text "30" and the number 30 alike.
  if (typeof value === "string") return rule && `${rule}, not text`;
  return typeof value === "number" && !Number.isInteger(value) ? rule?.replace("a number", "a whole number") : rule;
}

/** The patterns of the inputs. */
const patterns: Record<string, string> = {
  ...fixedLengths,
  NameString: "must not be blank, nor hold a line break or a character beyond the basic plane, such as an emoji",
  ResourceDescription: "must not hold a control character or a character beyond the basic plane, such as an emoji",
  HyperParametersKeyString: "its key must not hold a line break",
  HyperParametersValueString: "must not hold a line break",
  EnvironmentKeyString: "its key must be made of letters, digits and `_`, and must not begin with a digit",
  S3Path: "must begin with `s3://` and the name of a bucket",
  ModelTrainingDataChannelName: "must be made of letters, digits, `.`, `-` and `_`: it is the name of a folder",
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
  IncrementalTrainingDataChannels: "leave it out, or name exactly one model to train on",
};
