/** The names of types in the schema. */

/** @param {string} name */
export const tokenOf = (name) => `cleanroomsml:index:${name}`;

/** @param {string} name */
export const refTo = (name) => ({ $ref: `#/types/${tokenOf(name)}` });

/**
 * What the schema calls an interface. An output has a type of its own where its members differ from the input's: an enum is a plain text there, since
 * AWS may answer with a value that no SDK knows.
 *
 * @type {Record<string, string>}
 */
export const typeNames = {
  // An output that is as its input is has one type with it: the input's, which stands after it.
  MLOutputConfiguration: "MLOutputConfiguration",
  MLOutputConfigurationArgs: "MLOutputConfiguration",
  Destination: "Destination",
  DestinationArgs: "Destination",
  S3ConfigMap: "S3ConfigMap",
  S3ConfigMapArgs: "S3ConfigMap",
  ResourceConfigArgs: "ResourceConfig",
  StoppingConditionArgs: "StoppingCondition",
  DataChannelArgs: "DataChannel",
  IncrementalTrainingDataChannelArgs: "IncrementalTrainingDataChannel",
  AdoptArgs: "TrainedModelRef",
  AssumeRoleArgs: "AssumeRole",
  AssumeRoleWithWebIdentityArgs: "AssumeRoleWithWebIdentity",
  ResourceConfig: "TrainedModelResourceConfig",
  StoppingCondition: "TrainedModelStoppingCondition",
  DataChannel: "TrainedModelDataChannel",
  IncrementalTrainingDataChannel: "TrainedModelIncrementalTrainingDataChannel",
  StatusDetails: "StatusDetails",
};

/** Outputs that say nothing of a member are described as the input is. */
export const inputOf = (name) => `${name}Args`;
