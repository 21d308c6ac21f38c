import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { ServiceError, type ServiceErrorKind } from "../../provider/core/errors/service-error";
import type { JobContext } from "../../provider/core/job/kind";
import { EngineRun } from "../../provider/core/run/engine-run";
import type { Clock, Engine } from "../../provider/core/run/ports";
import type { Resource } from "../../provider/core/run/resource";
import type { Request } from "../../provider/handlers/request";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import { trainedModel } from "../../provider/kinds/trained-model/kind";
import type { TrainedModel } from "../../provider/kinds/trained-model/outputs";
import type { Service } from "../../provider/service/operations";
import type {
  CreateTrainedModelRequest,
  GetMLConfigurationResponse,
  GetTrainedModelResponse,
  PutMLConfigurationRequest,
  TrainedModelStatus,
} from "../../provider/service/shapes";

export const membershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
export const membership = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}`;
export const urn = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob::churn";

/** Time that passes only by sleeping. */
export class FakeClock implements Clock {
  time = Date.parse("2026-01-01T00:00:00Z");
  readonly sleeps: number[] = [];
  onSleep: (() => void) | undefined;

  now(): number {
    return this.time;
  }
  random(): number {
    return 0.5;
  }
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.sleeps.push(ms);
    this.time += ms;
    this.onSleep?.();
    signal.throwIfAborted();
  }
}

/** An engine that remembers what was shown. */
export class FakeEngine implements Engine {
  alive = true;
  readonly rows: string[] = [];
  readonly lines: string[] = [];
  async isAlive(): Promise<boolean> {
    return this.alive;
  }
  status(_urn: string, message: string): void {
    this.rows.push(message);
  }
  log(severity: string, _urn: string, message: string): void {
    this.lines.push(`${severity}: ${message}`);
  }
}

type Stored = GetTrainedModelResponse & { tags: Record<string, string> };

/** What trained models and ML configurations do not ask for. */
const ofOthers = (): Promise<never> => assert.fail("the fake service has trained models and ML configurations alone");

/** The service in memory: what it holds is data, and any call can be made to fail before or after it acted. */
export class FakeService implements Service {
  readonly models: Stored[] = [];
  /** By membership. */
  readonly configurations = new Map<string, GetMLConfigurationResponse>();
  readonly calls: string[] = [];
  /** Requests that CreateTrainedModel accepted: paid trainings. */
  readonly paid: CreateTrainedModelRequest[] = [];
  /** What each call does instead of, or after, acting. Taken from the front. */
  readonly faults: { operation: string; error: ServiceError; afterActing?: boolean }[] = [];
  /** Statuses that the next Gets report, the last one for ever. */
  script: string[] = [];
  isListLagging = false;
  /** How long a training takes; without it, statuses change only by hand. */
  trainingMs: number | undefined;
  /** Trainings that end in CREATE_FAILED, decided when they start. */
  willFail: (request: CreateTrainedModelRequest) => boolean = () => false;

  constructor(
    readonly clock: Pick<FakeClock, "now" | "time">,
    readonly region = "us-east-1",
  ) {}

  fail(operation: string, kind: ServiceErrorKind, more: { afterActing?: boolean; message?: string } = {}): void {
    const error = new ServiceError(operation, kind, more.message ?? `${kind} for the test`, { code: kind });
    this.faults.push({ operation, error, ...(more.afterActing ? { afterActing: true } : {}) });
  }

  async #call<T>(operation: string, act: () => T): Promise<T> {
    this.calls.push(operation);
    this.#progress();
    const index = this.faults.findIndex((fault) => fault.operation === operation);
    const fault = index < 0 ? undefined : this.faults.splice(index, 1)[0];
    if (fault !== undefined && !fault.afterActing) throw fault.error;
    const result = act();
    if (fault !== undefined) throw fault.error;
    return result;
  }

  #progress(): void {
    for (const model of this.models) {
      const isDone = this.trainingMs !== undefined && this.clock.now() - model.createTime.getTime() >= this.trainingMs;
      if (model.status.startsWith("CREATE_") && model.status !== "CREATE_FAILED" && isDone) {
        model.status = this.willFail(model as unknown as CreateTrainedModelRequest) ? "CREATE_FAILED" : "ACTIVE";
      }
    }
  }

  add(request: CreateTrainedModelRequest, status: TrainedModelStatus = "CREATE_PENDING", versionIdentifier?: string): Stored {
    const { incrementalTrainingDataChannels, ...rest } = request;
    const now = new Date(this.clock.time);
    const model: Stored = {
      ...rest,
      ...(incrementalTrainingDataChannels === undefined
        ? {}
        : {
            incrementalTrainingDataChannels: incrementalTrainingDataChannels.map((channel) => ({
              channelName: channel.channelName,
              versionIdentifier: channel.versionIdentifier,
              modelName: "base",
            })),
          }),
      tags: { ...request.tags },
      collaborationIdentifier: "11111111-2222-3333-4444-555555555555",
      trainedModelArn: `${membership.replace("us-east-1", this.region)}/trained-model/${randomUUID()}`,
      ...(versionIdentifier === undefined ? {} : { versionIdentifier }),
      status,
      createTime: now,
      updateTime: now,
    };
    this.models.push(model);
    return model;
  }

  #find(arn: string, version?: string): Stored {
    const found = this.models.find((model) => model.trainedModelArn === arn && model.versionIdentifier === version);
    if (!found)
      throw new ServiceError("GetTrainedModel", "not-found", "not there", { code: "ResourceNotFoundException", httpStatus: 404 });
    return found;
  }

  createTrainedModel(request: CreateTrainedModelRequest) {
    return this.#call("CreateTrainedModel", () => {
      this.paid.push(request);
      return { trainedModelArn: this.add(request).trainedModelArn };
    });
  }
  getTrainedModel({ trainedModelArn, versionIdentifier }: { trainedModelArn: string; versionIdentifier?: string | undefined }) {
    return this.#call("GetTrainedModel", () => {
      const model = this.#find(trainedModelArn, versionIdentifier);
      const next = this.script.length > 1 ? this.script.shift() : this.script[0];
      if (next !== undefined) model.status = next as TrainedModelStatus;
      return { ...model };
    });
  }
  listTrainedModels() {
    return this.#call("ListTrainedModels", () => (this.isListLagging ? [] : this.models.map((model) => ({ ...model }))));
  }
  listTrainedModelVersions({ trainedModelArn }: { trainedModelArn: string }) {
    return this.#call("ListTrainedModelVersions", () => this.models.filter((model) => model.trainedModelArn === trainedModelArn));
  }
  cancelTrainedModel({
    trainedModelArn,
    versionIdentifier,
  }: {
    trainedModelArn: string;
    versionIdentifier?: string | undefined;
  }) {
    return this.#call("CancelTrainedModel", () => {
      this.#find(trainedModelArn, versionIdentifier).status = "INACTIVE";
    });
  }
  deleteTrainedModelOutput({
    trainedModelArn,
    versionIdentifier,
  }: {
    trainedModelArn: string;
    versionIdentifier?: string | undefined;
  }) {
    return this.#call("DeleteTrainedModelOutput", () => {
      this.#find(trainedModelArn, versionIdentifier).status = "INACTIVE";
    });
  }
  putMLConfiguration({ membershipIdentifier, defaultOutputLocation }: PutMLConfigurationRequest) {
    return this.#call("PutMLConfiguration", () => {
      const updateTime = new Date(this.clock.time);
      const createTime = this.configurations.get(membershipIdentifier)?.createTime ?? updateTime;
      this.configurations.set(membershipIdentifier, { membershipIdentifier, defaultOutputLocation, createTime, updateTime });
    });
  }
  getMLConfiguration({ membershipIdentifier }: { membershipIdentifier: string }) {
    return this.#call("GetMLConfiguration", () => {
      const found = this.configurations.get(membershipIdentifier);
      if (!found) throw new ServiceError("GetMLConfiguration", "not-found", "not there", { code: "ResourceNotFoundException" });
      return found;
    });
  }
  deleteMLConfiguration({ membershipIdentifier }: { membershipIdentifier: string }) {
    return this.#call("DeleteMLConfiguration", () => void this.configurations.delete(membershipIdentifier));
  }
  createMLInputChannel = ofOthers;
  getMLInputChannel = ofOthers;
  listMLInputChannels = ofOthers;
  deleteMLInputChannelData = ofOthers;
  getCollaborationMLInputChannel = ofOthers;
  listCollaborationMLInputChannels = ofOthers;
  startTrainedModelInferenceJob = ofOthers;
  getTrainedModelInferenceJob = ofOthers;
  listTrainedModelInferenceJobs = ofOthers;
  cancelTrainedModelInferenceJob = ofOthers;
  startTrainedModelExportJob = ofOthers;
  listCollaborationTrainedModelExportJobs = ofOthers;
  tagResource({ resourceArn, tags }: { resourceArn: string; tags: Record<string, string> }) {
    return this.#call("TagResource", () => {
      Object.assign(this.#find(resourceArn).tags, tags);
    });
  }
  untagResource({ resourceArn, tagKeys }: { resourceArn: string; tagKeys: string[] }) {
    return this.#call("UntagResource", () => {
      for (const key of tagKeys) delete this.#find(resourceArn).tags[key];
    });
  }
  listTagsForResource({ resourceArn }: { resourceArn: string }) {
    return this.#call("ListTagsForResource", () => ({ tags: this.#find(resourceArn).tags }));
  }
}

export interface Fakes extends JobContext<TrainingInputs, TrainedModel> {
  service: FakeService;
  clock: FakeClock;
  engine: FakeEngine;
  abort: AbortController;
}

/** What a rule works with, all of it fake but the kind. */
export function fakes(resource: Partial<Resource> = {}): Fakes {
  const clock = new FakeClock();
  const abort = new AbortController();
  const service = new FakeService(clock);
  return {
    kind: trainedModel,
    resource: requestFor(resource),
    service,
    serviceIn: () => service,
    clock,
    engine: new FakeEngine(),
    engineRun: new EngineRun(),
    signal: abort.signal,
    abort,
    flags: [],
  };
}

/** The same service and clock, seen by the next run: a new process of the host. */
export function nextRun<T extends Fakes>(context: T): T {
  const abort = new AbortController();
  return { ...context, engineRun: new EngineRun(), abort, signal: abort.signal };
}

/** What a host tells of the resource, with some of it changed. */
export function requestFor(changes: Partial<Request> = {}): Request {
  return {
    urn,
    name: "churn",
    organization: "acme",
    secrets: [],
    chained: [],
    unknowns: [],
    timeouts: {},
    replaceOnChanges: [],
    isPreview: false,
    ...changes,
  };
}

/** Legal inputs, with some changed. */
export function jobInputs(changes: Partial<TrainingInputs> = {}): TrainingInputs {
  return {
    membershipIdentifier,
    configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/churn`,
    resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
    dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
    hyperparameters: { epochs: "10" },
    ...changes,
  };
}
