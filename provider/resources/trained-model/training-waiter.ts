import { type CustomResourceOptions, dynamic, type Input, type Output } from "@pulumi/pulumi";
import { hiddenKeys } from "../../core/run/hidden-keys";
import type { ResourceContext } from "../../kinds/trained-model/inputs";
import { waiterOutputNames } from "../../kinds/trained-model/waiter-outputs";
import { defined } from "../../service/defined";
import type { Open, PublishStatus, TrainedModelStatus } from "../../service/shapes";
import { dynamicProvider } from "../shared/dynamic-provider";
import { contextFor } from "../shared/hidden-inputs";
import { requireUsable } from "../shared/options";
import { types } from "../shared/types";
import { hiddenOfWaiter } from "./hidden-diffs";
import type { StatusDetails, TrainingWaiterOutputs } from "./outputs";

const TYPE = "TrainingWaiter";

/** The inputs of a TrainingWaiter. */
export interface TrainingWaiterArgs {
  /** Id of the TrainingJob. Pass `job.id`, not an output of the job: only the id is known in the preview of an update. Replaces the waiter, and trains nothing. */
  jobId: Input<string>;
  /** Whether to wait until the model is ACTIVE. Default: true. */
  wait?: Input<boolean | undefined>;
  /** AWS region. Default: the region in the ARN of the model. */
  region?: Input<string | undefined>;
}

const provider = dynamicProvider("waiter");

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
export class TrainingWaiter extends dynamic.Resource implements TrainingWaiterOutputs {
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
    super(
      provider,
      name,
      propertiesOf(name, args, opts, more),
      { ...opts, hideDiffs: hiddenOfWaiter(outputs, opts) },
      "cleanroomsml",
      TYPE,
    );
  }
}

/** Everything that a waiter says. */
const outputs = [...waiterOutputNames, "trainedModelArn", "versionIdentifier", "membershipIdentifier"];

/** @internal What the component knows of the job. */
export interface WaiterContext {
  jobUrn: Promise<string>;
  /** The job's arguments, whose secrets the service may repeat in a message. */
  jobArgs: object;
  isAdopted: boolean;
}

function propertiesOf(name: string, args: TrainingWaiterArgs, opts: CustomResourceOptions, more: Partial<WaiterContext>) {
  const context = async (): Promise<ResourceContext> => {
    const timeouts = defined({ ...opts.customTimeouts });
    const jobUrn = await more.jobUrn;
    const known = { timeouts, ...defined({ jobUrn, isAdopted: more.isAdopted || undefined }) };
    return contextFor(name, types.waiter, opts.parent, more.jobArgs ?? {}, known);
  };
  return { ...Object.fromEntries(outputs.map((key) => [key, undefined])), ...args, [hiddenKeys.context]: context() };
}
