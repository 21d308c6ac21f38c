import { isRecord } from "../../core/values/unknown";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import type { ModelRef } from "./identity";

/**
 * Facts that a dynamic provider is not told, such as the URN and which inputs are secret. The constructor passes them as the hidden input
 * `__context`. A diff takes notice of one: another time-out of a delete is an update.
 */
export interface ResourceContext {
  /** The resource's own URN. */
  urn: string;
  /** Its logical name. */
  name: string;
  organization: string;
  /** Paths of the inputs that are secret. */
  secrets: string[];
  /** Paths of the inputs that come from a model of the same program. */
  chained: string[];
  /** Pulumi's customTimeouts, e.g. `{ create: "3h" }`. */
  timeouts: { create?: string; update?: string; delete?: string };
  /** Pulumi's replaceOnChanges, which the engine does not apply to a provider that answers without details. */
  replaceOnChanges: string[];
  /** Of a waiter: the URN of its job. */
  jobUrn?: string;
  /** Of a waiter: the job's model is adopted, so its marks are not ours to remove. */
  isAdopted?: boolean;
}

/** The inputs of a TrainingJob once `check` accepted them and nothing is unknown. */
export interface JobInputs extends Omit<CreateTrainedModelRequest, "name"> {
  name?: string;
  region?: string;
  adopt?: ModelRef;
  maxInstanceHours?: number;
  __context: ResourceContext;
}

/** What the state holds of a TrainingJob: its inputs, and what the service added. */
export interface JobOutputs extends JobInputs {
  name: string;
  region: string;
  trainedModelArn: string;
  versionIdentifier?: string;
  collaborationIdentifier?: string;
  /** ISO 8601. */
  createTime?: string;
  /** Paths that the service filled in and the program left out. */
  __filled: string[];
}

/** The members of CreateTrainedModel, in the model's order; one that AWS adds does not compile until it is here. */
const members: Record<keyof CreateTrainedModelRequest, true> = {
  membershipIdentifier: true,
  name: true,
  configuredModelAlgorithmAssociationArn: true,
  hyperparameters: true,
  environment: true,
  resourceConfig: true,
  stoppingCondition: true,
  incrementalTrainingDataChannels: true,
  dataChannels: true,
  trainingInputMode: true,
  description: true,
  kmsKeyArn: true,
  tags: true,
  mlModelTrainingPayerAccountId: true,
};

/** What CreateTrainedModel takes. */
export const apiInputs = Object.keys(members) as (keyof CreateTrainedModelRequest)[];

/** Everything a program may set on a TrainingJob. */
export const jobInputs = [...apiInputs, "region", "adopt", "maxInstanceHours"] as const;

const emptyContext: ResourceContext = {
  urn: "",
  name: "trained-model",
  organization: "",
  secrets: [],
  chained: [],
  timeouts: {},
  replaceOnChanges: [],
};

/** The context inside a property bag; a bag from another program may lack it. */
export function contextOf(bag: object): ResourceContext {
  const found = "__context" in bag ? bag.__context : undefined;
  return isRecord(found) ? { ...emptyContext, ...(found as Partial<ResourceContext>) } : emptyContext;
}

/** Whether `path` or a place above or below it is listed. */
export function touches(paths: readonly string[], path: string): boolean {
  return paths.some((listed) => listed === path || isBelow(path, listed) || isBelow(listed, path));
}

/** Whether `path` or a place above it is listed. */
export function covers(paths: readonly string[], path: string): boolean {
  return paths.some((listed) => listed === path || isBelow(path, listed));
}

function isBelow(path: string, ancestor: string): boolean {
  return path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
