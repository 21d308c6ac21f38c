/** What a wrong ARN is in words, and an example of the right one: a pattern of 180 characters helps nobody. */
export interface ArnWords {
  message: string;
  hint?: string;
}

const MEMBERSHIP = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/…";

/** The ARNs among the inputs, by the model's shape: what each is of, how it looks, and what else helps. */
const wanted: Record<string, { kind: string; example: string; hint?: string }> = {
  ConfiguredModelAlgorithmAssociationArn: {
    kind: "a configured model algorithm association",
    example: `${MEMBERSHIP}/configured-model-algorithm-association/…`,
  },
  MLInputChannelArn: { kind: "an ML input channel", example: `${MEMBERSHIP}/ml-input-channel/…` },
  TrainedModelArn: {
    kind: "a trained model",
    example: `${MEMBERSHIP}/trained-model/…`,
    hint: "of another model of the program, give its `trainedModelArn` and its `versionIdentifier`",
  },
  IamRoleArn: { kind: "an IAM role", example: "arn:aws:iam::123456789012:role/…" },
  KmsKeyArn: {
    kind: "a KMS key",
    example: "arn:aws:kms:us-east-1:123456789012:key/…",
    hint: "the service refuses an alias",
  },
};

/** What resources of Clean Rooms, its ML part and KMS are called, by service and by the part of the ARN that says it. */
const kinds: Record<string, string> = {
  "cleanrooms-ml configured-model-algorithm-association": "a configured model algorithm association",
  "cleanrooms-ml configured-model-algorithm": "a configured model algorithm",
  "cleanrooms-ml ml-input-channel": "an ML input channel",
  "cleanrooms-ml trained-model": "a trained model",
  "cleanrooms-ml trained-model-inference-job": "an inference job",
  "cleanrooms-ml training-dataset": "a training dataset",
  "cleanrooms-ml audience-model": "an audience model",
  "cleanrooms-ml configured-audience-model": "a configured audience model",
  "cleanrooms-ml audience-generation-job": "an audience generation job",
  "cleanrooms membership": "a membership",
  "cleanrooms collaboration": "a collaboration",
  "kms alias": "an alias",
  "kms key": "a KMS key",
  "iam role": "an IAM role",
  "iam user": "an IAM user",
};

/** What is wrong with a text that is not the ARN that a shape wants; undefined for a shape that is no ARN. The text is not repeated. */
export function arnWords(shape: string, text: unknown): ArnWords | undefined {
  const words = wanted[shape];
  if (words === undefined) return undefined;
  const { kind, example, hint } = words;
  const given = typeof text === "string" ? kindOf(text) : undefined;
  if (given !== undefined && given !== kind) {
    return { message: `is the ARN of ${given}, and ${kind} is wanted`, hint: `such as \`${example}\`` };
  }
  return { message: `must be the ARN of ${kind}, such as \`${example}\``, ...(hint === undefined ? {} : { hint }) };
}

/** What an ARN is of, as far as its form says. */
export function kindOf(text: string): string | undefined {
  const [, service = "", kind = ""] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(?:membership\/[^/]*\/)?([^/]*)\/?/.exec(text) ?? [];
  return kinds[`${service} ${kind}`];
}
