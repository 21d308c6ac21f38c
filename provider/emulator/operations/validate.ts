import { operations, shapeOf } from "../../service/model";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { type Violation, violationsOf } from "../../service/violations";
import { modelled } from "../wire/errors";
import type { OperationName } from "../wire/routes";

/** Tags that a user may set on one resource, by the prose of the model; its shape allows 200. */
const userTags = 50;
/** Channels of both lists together, by the prose of the model. */
const totalChannels = 20;

/** Throws what AWS throws for an input that breaks the service model; unknown members are ignored, as AWS does. */
export function validate(operation: OperationName, input: Record<string, unknown>): void {
  const shape = operations[operation]?.input.shape ?? "";
  const broken = violationsOf(shape, input).filter(({ code }) => code !== "unknown-member");
  if (broken.length === 0) return;
  const count = broken.length === 1 ? "1 validation error" : `${broken.length} validation errors`;
  throw invalid(`${count} detected: ${broken.map(sentence).join("; ")}`);
}

/** The rules of a create that stand in the model's prose. */
export function validateCreate(request: CreateTrainedModelRequest): void {
  const channels = [...request.dataChannels, ...(request.incrementalTrainingDataChannels ?? [])];
  if (channels.length > totalChannels) throw invalid(`A trained model has at most ${totalChannels} channels in total`);
  const names = channels.map(({ channelName }) => channelName);
  if (new Set(names).size < names.length) throw invalid("Channel names must be unique within the training job");
  validateTags(request.tags ?? {});
}

/** The rules of tags that stand in the model's prose. */
export function validateTags(tags: Readonly<Record<string, string>>): void {
  validateTagKeys(Object.keys(tags));
  if (Object.keys(tags).length > userTags) throw invalid(`A resource has at most ${userTags} tags`);
}

/** `aws:` is AWS's own prefix, in any case. */
export function validateTagKeys(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) throw invalid("Tag keys must not begin with aws:");
}

const invalid = (message: string) => modelled("ValidationException", message);

/** AWS's sentence for a violation; the value stays out of it. */
function sentence({ path, code, shape, message }: Violation): string {
  return `Value at '${path}' failed to satisfy constraint: Member ${constraint(code, shape, message)}`;
}

function constraint(code: Violation["code"], name: string, message: string): string {
  const { type, min, max, pattern, enum: values } = shapeOf(name);
  const what = type === "integer" || type === "double" ? "value" : "length";
  switch (code) {
    case "missing":
      return "must not be null";
    case "min":
      return `must have ${what} greater than or equal to ${min}`;
    case "max":
      return `must have ${what} less than or equal to ${max}`;
    case "pattern":
      return `must satisfy regular expression pattern: ${pattern}`;
    case "enum":
      return `must satisfy enum value set: [${values?.join(", ")}]`;
    default:
      return message;
  }
}
