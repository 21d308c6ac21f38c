import { pick } from "../../core/values/pick";
import type { CreateTrainedModelRequest } from "../../service/shapes";
import { apiInputs, type TrainingInputs } from "./inputs";

/** What CreateTrainedModel is sent. */
export function requestOf(inputs: TrainingInputs, name: string, tags: Record<string, string>): CreateTrainedModelRequest {
  const { membershipIdentifier, configuredModelAlgorithmAssociationArn, resourceConfig, dataChannels } = inputs;
  const { tags: _, ...given } = pick(inputs, apiInputs);
  return {
    ...given,
    membershipIdentifier,
    configuredModelAlgorithmAssociationArn,
    resourceConfig,
    dataChannels,
    name,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}
