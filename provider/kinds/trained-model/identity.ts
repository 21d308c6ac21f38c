import { idFrom } from "../../core/values/ids";
import { shapeOf } from "../../service/model";

/** One version of one trained model. The first version has no identifier. */
export interface ModelRef {
  trainedModelArn: string;
  versionIdentifier?: string;
}

const ARN = /^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:membership\/[0-9a-f-]{36}\/trained-model\/[-a-zA-Z0-9_/.]+$/;

/** The resource id of a version. */
export function idOf({ trainedModelArn, versionIdentifier }: ModelRef): string {
  return idFrom(trainedModelArn, versionIdentifier);
}

/** The version that an id names; throws where it is no id of a trained model. */
export function refOf(id: string): ModelRef {
  const [trainedModelArn = "", versionIdentifier, ...more] = id.split("#");
  const versionIsLegal = versionIdentifier === undefined || new RegExp(`^${shapeOf("UUID").pattern}$`).test(versionIdentifier);
  if (!isTrainedModelArn(trainedModelArn) || !versionIsLegal || more.length > 0) {
    throw new Error(`"${id.slice(0, 200)}" is no trained model: give its ARN, followed by #VERSION for a later version`);
  }
  return versionIdentifier === undefined ? { trainedModelArn } : { trainedModelArn, versionIdentifier };
}

/** Whether a text is the ARN of a trained model, without a version. */
export function isTrainedModelArn(text: string): boolean {
  // A dot segment would let the ARN's path reach another resource once somebody decodes it.
  return text.length <= 2048 && ARN.test(text) && !text.split("/").some((part) => part === "." || part === ".." || part === "");
}

/** A version identifier as the service means it: that of the first version comes as nothing, as null or as "NULL". */
export function versionFrom(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.toUpperCase() !== "NULL" ? value : undefined;
}

/** A ref from two wire values. */
export function refFrom(trainedModelArn: string, version: unknown): ModelRef {
  const versionIdentifier = versionFrom(version);
  return versionIdentifier === undefined ? { trainedModelArn } : { trainedModelArn, versionIdentifier };
}
