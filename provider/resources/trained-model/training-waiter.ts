import { CustomResource, type CustomResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { pluginTypes, types } from "../../kinds/trained-model/types";
import { recordedOfWaiter, waiterOutputNames } from "../../kinds/trained-model/waiter-outputs";
import type { Open, PublishStatus, TrainedModelStatus } from "../../service/shapes";
import { requireUsable } from "../shared/options";
import { type WaiterContext, waiterProperties } from "../shared/properties";
import { registrationOf, typesHere } from "../shared/registration";
import { hiddenOfWaiter } from "./hidden-diffs";
import type { StatusDetails, TrainingWaiterOutputs } from "./outputs";

const TYPE = "TrainingWaiter";

const part = { part: "waiter", dynamic: types, plugin: pluginTypes } as const;

/** The inputs of a TrainingWaiter. */
export interface TrainingWaiterArgs {
  /** Id of the TrainingJob. Pass `job.id`, not an output of the job: only the id is known in the preview of an update. Replaces the waiter, and trains nothing. */
  jobId: Input<string>;
  /** Whether to wait until the model is ACTIVE. Default: true. */
  wait?: Input<boolean | undefined>;
  /** AWS region. Default: the region in the ARN of the model. */
  region?: Input<string | undefined>;
}

/**
 * The wait for a training, as a resource of its own. If the wait is interrupted, the next `pulumi up` goes on with it. Most
 * programs use TrainedModel, which holds the job and the waiter.
 *
 * @example
 * ```typescript
 * import { TrainingJob, TrainingWaiter } from "pulumi-cleanroomsml";
 *
 * const membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";
 *
 * const job = TrainingJob.get("shared", `${membership}/trained-model/8f1c2d3e-0000-4000-8000-123456789abc`);
 * const waiter = new TrainingWaiter("shared", { jobId: job.id }, { customTimeouts: { create: "5h" } });
 * export const status = waiter.status;
 * ```
 */
export class TrainingWaiter extends CustomResource implements TrainingWaiterOutputs {
  declare readonly status: Output<Open<TrainedModelStatus>>;
  declare readonly statusDetails: Output<StatusDetails | undefined>;
  declare readonly logsStatus: Output<Open<PublishStatus> | undefined>;
  declare readonly logsStatusDetails: Output<string | undefined>;
  declare readonly metricsStatus: Output<Open<PublishStatus> | undefined>;
  declare readonly metricsStatusDetails: Output<string | undefined>;
  declare readonly trainingContainerImageDigest: Output<string | undefined>;
  declare readonly updateTime: Output<string | undefined>;

  constructor(name: string, args: TrainingWaiterArgs, opts?: CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: TrainingWaiterArgs, opts: CustomResourceOptions, more: WaiterContext);
  constructor(name: string, args: TrainingWaiterArgs, opts: CustomResourceOptions = {}, more: Partial<WaiterContext> = {}) {
    requireUsable(TYPE, name, opts);
    const properties = waiterProperties(name, args, opts, { types: typesHere(part), outputs: waiterOutputNames }, more);
    const { type, ...registered } = registrationOf(part, properties, opts, () => hiddenOfWaiter(recordedOfWaiter, opts));
    super(type, name, registered.properties, registered.options);
  }
}
