import { ownerOf } from "../../core/ownership/marks";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { hashOf } from "./identity";
import { apiInputs, type JobInputs } from "./inputs";

/** The model's longest name is 63 characters; the hash is 8 of them, a suffix up to 4. */
const BASE_LENGTH = 50;

/** The name without a suffix, when the program gives none: the logical name and a hash of the owner. */
export function autoName({ __context: context }: Pick<JobInputs, "__context">): string {
  const base = context.name.replace(/[^A-Za-z0-9_.-]+/g, "-").slice(0, BASE_LENGTH) || "trained-model";
  return `${base}-${hashOf(ownerOf(context), 8)}`;
}

/** The first name of this base that is not taken: `churn-1a2b3c4d`, then `churn-1a2b3c4d-2`, `-3`, … */
export function freeName(base: string, isTaken: (name: string) => boolean): string {
  let name = base;
  for (let suffix = 2; isTaken(name); suffix++) name = `${base}-${suffix}`;
  return name;
}

/** Whether `name` is the base or one of its suffixes. */
export function isNameOf(base: string, name: string): boolean {
  return name === base || (name.startsWith(`${base}-`) && /^\d+$/.test(name.slice(base.length + 1)));
}

/** What CreateTrainedModel is sent. */
export function requestOf(inputs: JobInputs, name: string, tags: Record<string, string>): CreateTrainedModelRequest {
  const given = Object.fromEntries(apiInputs.filter((key) => inputs[key] !== undefined).map((key) => [key, inputs[key]]));
  const { tags: _, ...request } = { ...(given as unknown as CreateTrainedModelRequest), name };
  return Object.keys(tags).length === 0 ? request : { ...request, tags };
}
