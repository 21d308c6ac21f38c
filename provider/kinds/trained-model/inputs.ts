import type { Values } from "../../core/values/pick";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { keysOf } from "../../utils/keys-of";
import type { ModelRef } from "./identity";

/** The inputs of a TrainingJob once `check` accepted them and nothing is unknown. */
export interface TrainingInputs extends Omit<CreateTrainedModelRequest, "name"> {
  name?: string;
  region?: string;
  adopt?: ModelRef;
  maxInstanceHours?: number;
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
export const apiInputs = keysOf(members);

/** Everything a program may set on a TrainingJob. */
export const trainingInputs = [...apiInputs, "region", "adopt", "maxInstanceHours"] as const;

/** The inputs that are maps of the program's own keys. */
export const ownMaps = ["hyperparameters", "environment", "tags"] as const;

/** Inputs that a check accepted, as what they are. Of each only what the rules stand on is looked at: the rest goes to the service as it is. */
export function inputsOf(values: Values): TrainingInputs {
  if (isChecked(values)) return values;
  throw new Error("the inputs of a trained model lack `membershipIdentifier` or `dataChannels`: no check has accepted them");
}

function isChecked(values: object): values is TrainingInputs {
  const { membershipIdentifier, dataChannels }: Values = { ...values };
  return typeof membershipIdentifier === "string" && Array.isArray(dataChannels);
}
