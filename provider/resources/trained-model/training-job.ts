import { CustomResource, type CustomResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { ownMaps } from "../../kinds/trained-model/inputs";
import { jobOutputNames } from "../../kinds/trained-model/outputs";
import { pluginTypes, types } from "../../kinds/trained-model/types";
import type { TrainingInputMode } from "../../service/shapes";
import { requireUsable } from "../shared/options";
import { resourceProperties } from "../shared/properties";
import { registrationOf, typesHere } from "../shared/registration";
import { requireInputs } from "../shared/whole-resources";
import type { TrainingJobArgs } from "./args";
import { hiddenOfJob } from "./hidden-diffs";
import type * as outputs from "./outputs";
import { mendOfWhole } from "./whole-model";

const TYPE = "TrainingJob";

const part = { part: "job", dynamic: types, plugin: pluginTypes } as const;

/**
 * The training that is paid for. It is created as soon as the service has accepted the training. It has no status; the
 * TrainingWaiter has. Most programs use TrainedModel, which holds both.
 *
 * @example
 * ```typescript
 * import { TrainingJob, TrainingWaiter } from "pulumi-cleanroomsml";
 *
 * const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
 *
 * const job = new TrainingJob("churn", {
 *   membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
 *   configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/propensity`,
 *   resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
 *   dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
 * });
 * export const status = new TrainingWaiter("churn", { jobId: job.id }).status;
 * ```
 */
export class TrainingJob extends CustomResource implements outputs.TrainingJobOutputs {
  declare readonly membershipIdentifier: Output<string>;
  declare readonly name: Output<string>;
  declare readonly configuredModelAlgorithmAssociationArn: Output<string>;
  declare readonly hyperparameters: Output<Record<string, string> | undefined>;
  declare readonly environment: Output<Record<string, string> | undefined>;
  declare readonly resourceConfig: Output<outputs.ResourceConfig>;
  declare readonly stoppingCondition: Output<outputs.StoppingCondition | undefined>;
  declare readonly incrementalTrainingDataChannels: Output<outputs.IncrementalTrainingDataChannel[] | undefined>;
  declare readonly dataChannels: Output<outputs.DataChannel[]>;
  declare readonly trainingInputMode: Output<TrainingInputMode | undefined>;
  declare readonly description: Output<string | undefined>;
  declare readonly kmsKeyArn: Output<string | undefined>;
  declare readonly tags: Output<Record<string, string> | undefined>;
  declare readonly mlModelTrainingPayerAccountId: Output<string | undefined>;
  declare readonly region: Output<string>;
  declare readonly trainedModelArn: Output<string>;
  declare readonly versionIdentifier: Output<string | undefined>;
  declare readonly collaborationIdentifier: Output<string | undefined>;
  declare readonly createTime: Output<string | undefined>;

  constructor(name: string, args: TrainingJobArgs, opts?: CustomResourceOptions);
  /** @internal */
  constructor(name: string, lookup: Pick<TrainingJobArgs, "region">, opts: CustomResourceOptions & { id: Input<string> });
  constructor(name: string, args: Partial<TrainingJobArgs>, opts: CustomResourceOptions = {}) {
    requireUsable(TYPE, name, opts);
    requireInputs(TYPE, name, args, mendOfWhole);
    const properties = resourceProperties(name, args, opts, {
      types: typesHere(part),
      part: "job",
      outputs: jobOutputNames,
      ownMaps,
    });
    const { type, ...registered } = registrationOf(part, properties, opts, () => hiddenOfJob(args, opts));
    super(type, name, registered.properties, registered.options);
  }

  /**
   * Looks up a job by its id: the ARN, followed by `#VERSION` for a later version. Nothing is trained, changed or deleted.
   *
   * @example
   * ```typescript
   * import { TrainingJob } from "pulumi-cleanroomsml";
   *
   * const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
   *
   * const job = TrainingJob.get("shared", `${membership}/trained-model/8f1c2d3e-0000-4000-8000-123456789abc`);
   * export const hyperparameters = job.hyperparameters;
   * ```
   */
  static get(name: string, id: Input<string>, region?: Input<string>, opts: CustomResourceOptions = {}): TrainingJob {
    return new TrainingJob(name, { region }, { ...opts, id });
  }
}
