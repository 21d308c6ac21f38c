import {
  all,
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  type Output,
  output,
} from "@pulumi/pulumi";
import { idOf, refFrom, refOf } from "../../kinds/trained-model/identity";
import { pluginTypes, types } from "../../kinds/trained-model/types";
import { waiterOutputNames } from "../../kinds/trained-model/waiter-outputs";
import type { Open, PublishStatus, TrainedModelStatus, TrainingInputMode } from "../../service/shapes";
import { defined } from "../../utils/defined";
import { isRecord } from "../../utils/guards";
import { type ComponentOptions, componentOptions } from "../shared/component-options";
import { requireUsable } from "../shared/options";
import { urnOf } from "../shared/output-internals";
import { programError } from "../shared/program-error";
import { typesHere } from "../shared/registration";
import { withoutStackTraces } from "../shared/stack-traces";
import { Transformed } from "../shared/transforms/transformed";
import { requireInputs } from "../shared/whole-resources";
import type { AdoptArgs, TrainedModelArgs } from "./args";
import type * as outputs from "./outputs";
import { TrainingJob } from "./training-job";
import { TrainingWaiter } from "./training-waiter";
import { mendOfWhole } from "./whole-model";

const TYPE = "TrainedModel";

/**
 * A trained model of AWS Clean Rooms ML. `pulumi up` trains it once and waits until it is ACTIVE; `pulumi destroy` deletes it.
 *
 * It holds a TrainingJob, which is the training that is paid for, and a TrainingWaiter. The outputs are known when the model is
 * ACTIVE, and `dependsOn` waits for that too.
 *
 * @example
 * ```typescript
 * import { TrainedModel } from "pulumi-cleanroomsml";
 *
 * const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
 *
 * const churn = new TrainedModel("churn", {
 *   membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
 *   configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/propensity`,
 *   resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
 *   stoppingCondition: { maxRuntimeInSeconds: 3600 },
 *   dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
 *   hyperparameters: { epochs: 10 },
 * });
 * export const arn = churn.trainedModelArn;
 * ```
 */
export class TrainedModel extends ComponentResource implements outputs.TrainedModelOutputs {
  readonly trainedModelArn: Output<string>;
  readonly versionIdentifier: Output<string | undefined>;
  readonly ref: outputs.TrainedModelOutputs["ref"];
  readonly membershipIdentifier: Output<string>;
  readonly name: Output<string>;
  readonly configuredModelAlgorithmAssociationArn: Output<string>;
  readonly hyperparameters: Output<Record<string, string> | undefined>;
  readonly environment: Output<Record<string, string> | undefined>;
  readonly resourceConfig: Output<outputs.ResourceConfig>;
  readonly stoppingCondition: Output<outputs.StoppingCondition | undefined>;
  readonly incrementalTrainingDataChannels: Output<outputs.IncrementalTrainingDataChannel[] | undefined>;
  readonly dataChannels: Output<outputs.DataChannel[]>;
  readonly trainingInputMode: Output<TrainingInputMode | undefined>;
  readonly description: Output<string | undefined>;
  readonly kmsKeyArn: Output<string | undefined>;
  readonly tags: Output<Record<string, string> | undefined>;
  readonly mlModelTrainingPayerAccountId: Output<string | undefined>;
  readonly region: Output<string>;
  readonly collaborationIdentifier: Output<string | undefined>;
  readonly createTime: Output<string | undefined>;
  readonly status: Output<Open<TrainedModelStatus>>;
  readonly statusDetails: Output<outputs.StatusDetails | undefined>;
  readonly logsStatus: Output<Open<PublishStatus> | undefined>;
  readonly logsStatusDetails: Output<string | undefined>;
  readonly metricsStatus: Output<Open<PublishStatus> | undefined>;
  readonly metricsStatusDetails: Output<string | undefined>;
  readonly trainingContainerImageDigest: Output<string | undefined>;
  readonly updateTime: Output<string | undefined>;

  constructor(name: string, args: TrainedModelArgs, opts?: ComponentResourceOptions & CustomResourceOptions);
  /** @internal */
  constructor(name: string, lookup: Lookup, opts: ComponentResourceOptions);
  constructor(name: string, args: TrainedModelArgs | Lookup, opts: ComponentResourceOptions & CustomResourceOptions = {}) {
    requireUsable(TYPE, name, opts);
    requireInputs(TYPE, name, args, mendOfWhole);
    const options = componentOptions(opts, waiterOutputNames);
    const transformed = new Transformed(typesHere({ dynamic: types, plugin: pluginTypes }), options.own);
    super(types.component, name, transformed.properties, transformed.options);
    const tags = transformed.tags(this, name, isLookup(args) ? undefined : args.tags);
    const { job, waiter } = withoutStackTraces(() =>
      isLookup(args) ? this.#lookUp(name, args) : this.#train(name, { ...args, tags }, options),
    );

    // Pulumi's SDK takes the id of a look-up for known, where a preview cannot know it yet.
    const id = isLookup(args) ? all([args[LOOKUP], waiter.id]).apply(([given]) => given) : waiter.id;
    this.trainedModelArn = id.apply((known) => refOf(known).trainedModelArn);
    this.versionIdentifier = id.apply((known) => refOf(known).versionIdentifier);
    this.ref = { trainedModelArn: this.trainedModelArn, versionIdentifier: this.versionIdentifier };
    this.membershipIdentifier = job.membershipIdentifier;
    this.name = job.name;
    this.configuredModelAlgorithmAssociationArn = job.configuredModelAlgorithmAssociationArn;
    this.hyperparameters = job.hyperparameters;
    this.environment = job.environment;
    this.resourceConfig = job.resourceConfig;
    this.stoppingCondition = job.stoppingCondition;
    this.incrementalTrainingDataChannels = job.incrementalTrainingDataChannels;
    this.dataChannels = job.dataChannels;
    this.trainingInputMode = job.trainingInputMode;
    this.description = job.description;
    this.kmsKeyArn = job.kmsKeyArn;
    this.tags = job.tags;
    this.mlModelTrainingPayerAccountId = job.mlModelTrainingPayerAccountId;
    this.region = job.region;
    this.collaborationIdentifier = job.collaborationIdentifier;
    this.createTime = job.createTime;
    this.status = waiter.status;
    this.statusDetails = waiter.statusDetails;
    this.logsStatus = waiter.logsStatus;
    this.logsStatusDetails = waiter.logsStatusDetails;
    this.metricsStatus = waiter.metricsStatus;
    this.metricsStatusDetails = waiter.metricsStatusDetails;
    this.trainingContainerImageDigest = waiter.trainingContainerImageDigest;
    this.updateTime = waiter.updateTime;
    this.registerOutputs({ ...this.ref, status: this.status });
  }

  /**
   * Looks up a model that exists. The stack does not own it: it never trains, changes or deletes it. Previews read from AWS too.
   * If the model does not exist, this is an error.
   *
   * @example
   * ```typescript
   * import { TrainedModel } from "pulumi-cleanroomsml";
   *
   * const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
   *
   * const shared = TrainedModel.get("shared", { trainedModelArn: `${membership}/trained-model/8f1c2d3e-0000-4000-8000-123456789abc` });
   * export const status = shared.status;
   * ```
   */
  static get(name: string, ref: AdoptArgs, opts: ComponentResourceOptions & { region?: Input<string> } = {}): TrainedModel {
    const { region, ...rest } = opts;
    if (!isRecord(ref) || ref.trainedModelArn === undefined) {
      throw programError(
        `${TYPE}.get "${name}": the model to look up is missing; it comes after the name: \`{ trainedModelArn }\``,
      );
    }
    const id = output(ref).apply(({ trainedModelArn, versionIdentifier }) => idOf(refFrom(trainedModelArn, versionIdentifier)));
    const lookup: Lookup = { [LOOKUP]: id, ...defined({ region }) };
    return new TrainedModel(name, lookup, rest);
  }

  #train(
    name: string,
    { wait, ...args }: TrainedModelArgs,
    options: ComponentOptions,
  ): { job: TrainingJob; waiter: TrainingWaiter } {
    const job = new TrainingJob(name, args, { parent: this, ...options.job });
    const waiterArgs = { jobId: job.id, wait: wait ?? true, ...defined({ region: args.region }) };
    const waiter = new TrainingWaiter(
      name,
      waiterArgs,
      { parent: this, ...options.waiter },
      { jobUrn: urnOf(name, types.job, this), jobArgs: args, isAdopted: args.adopt !== undefined },
    );
    return { job, waiter };
  }

  #lookUp(name: string, lookup: Lookup): { job: TrainingJob; waiter: TrainingWaiter } {
    const job = TrainingJob.get(name, lookup[LOOKUP], lookup.region, { parent: this });
    const args = { jobId: job.id, wait: false, ...defined({ region: lookup.region }) };
    return { job, waiter: new TrainingWaiter(name, args, { parent: this, id: lookup[LOOKUP] }) };
  }
}

const LOOKUP: unique symbol = Symbol("lookup");

interface Lookup {
  [LOOKUP]: Input<string>;
  region?: Input<string>;
}

function isLookup(args: object): args is Lookup {
  return LOOKUP in args;
}
