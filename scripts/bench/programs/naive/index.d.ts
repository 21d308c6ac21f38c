import type { ComponentResource, ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";

type Text = Input<string>;

/** The inputs that the bench's program gives. */
export interface TrainedModelArgs {
  membershipIdentifier: Text;
  configuredModelAlgorithmAssociationArn: Text;
  resourceConfig: Input<{ instanceType: Text; volumeSizeInGB: Input<number> }>;
  stoppingCondition?: Input<{ maxRuntimeInSeconds?: Input<number> }>;
  dataChannels: Input<Input<{ mlInputChannelArn: Text; channelName: Text }>[]>;
  hyperparameters?: Input<Record<string, Input<string | number | boolean>>>;
  description?: Text;
}

declare class Model extends ComponentResource {
  readonly trainedModelArn: Output<string>;
  constructor(name: string, args: TrainedModelArgs, opts?: ComponentResourceOptions);
}

export class TrainedModel extends Model {}
export class TwoProperties extends Model {}
