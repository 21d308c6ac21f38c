/** The handlers that ship, over the bench's service in the same process and a simulated clock. */
import { createRequire } from "node:module";
import path from "node:path";
import { membershipIdentifier, trainingInputs } from "../programs/inputs.mjs";
import { Models, NotFound } from "../service/models.mjs";
import { SimulatedClock } from "./clock.mjs";

/** What one page of a list holds, as the package asks for it. */
const PAGE = 100;

export class SimulatedStack {
  /** @param {{ checkout: string, seed: number, trainingMs: number }} options */
  constructor({ checkout, seed, trainingMs }) {
    const require = createRequire(import.meta.url);
    const dist = (name) => require(path.join(checkout, "dist", name));
    const { ServiceError } = dist("core/errors/service-error.js");
    const { EngineRun } = dist("core/run/engine-run.js");
    this.clock = new SimulatedClock(seed);
    this.models = new Models({ now: () => this.clock.now(), trainingMs });
    const service = serviceOver(this.models, ServiceError);
    this.handlers = dist("handlers/index.js").handlersOf({
      serviceIn: () => service,
      clock: this.clock,
      engine: { isAlive: async () => true, status: () => undefined, log: () => undefined },
      engineRun: new EngineRun(),
      signal: new AbortController().signal,
      settings: {
        ofCalls: () => ({ flags: [] }),
        ofCheck: async (_, isToCome) => ({ settings: { isToCome, region: "us-east-1" }, issues: [] }),
        instanceHoursLimit: () => ({ issues: [] }),
      },
      hasCheckpoints: true,
    });
    this.trainingMs = trainingMs;
  }

  /**
   * Trains a model, as `pulumi up` does.
   *
   * @param {string} name
   * @returns {Promise<number>} ms from its becoming ACTIVE until that was noticed
   */
  async train(name) {
    const { TrainingJob, TrainingWaiter } = this.handlers;
    const request = requestOf("TrainingJob", name);
    const given = { ...trainingInputs, stoppingCondition: { maxRuntimeInSeconds: 2_419_200 } };
    const { inputs } = await TrainingJob.check({ ...request, olds: undefined, news: given });
    const { id } = await TrainingJob.create({ ...request, inputs });
    const active = this.models.find(id).createTime + this.trainingMs;
    const waiter = { ...requestOf("TrainingWaiter", name), jobUrn: request.urn };
    await TrainingWaiter.create({ ...waiter, inputs: { jobId: id, wait: true } });
    return this.clock.now() - active;
  }

  /** Requests so far. */
  get calls() {
    return Object.values(this.models.counts).reduce((sum, count) => sum + count, 0);
  }
}

/** @param {"TrainingJob" | "TrainingWaiter"} type @param {string} name */
function requestOf(type, name) {
  const types = `cleanroomsml:index:TrainedModel$pulumi-nodejs:dynamic/cleanroomsml:${type}`;
  const lists = { secrets: [], chained: [], unknowns: [], replaceOnChanges: [] };
  return {
    urn: `urn:pulumi:dev::bench::${types}::${name}`,
    name,
    organization: "bench",
    timeouts: {},
    isPreview: false,
    ...lists,
  };
}

/** @param {Models} models */
function serviceOver(models, ServiceError) {
  const call =
    (operation, act, times = 1) =>
    async (request) => {
      models.count(operation, typeof times === "function" ? times(request) : times);
      try {
        return withDates(act(request));
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        throw new ServiceError(operation, "not-found", error.message, { code: "ResourceNotFoundException", httpStatus: 404 });
      }
    };
  const pages = () =>
    Math.max(1, Math.ceil(models.list(membershipIdentifier, Number.POSITIVE_INFINITY).trainedModels.length / PAGE));
  return {
    createTrainedModel: call("CreateTrainedModel", (request) => models.create(request)),
    getTrainedModel: call("GetTrainedModel", ({ trainedModelArn }) => models.get(trainedModelArn)),
    listTrainedModels: call(
      "ListTrainedModels",
      (membership) => models.list(membership, Number.POSITIVE_INFINITY).trainedModels,
      pages,
    ),
    listTrainedModelVersions: call(
      "ListTrainedModelVersions",
      ({ trainedModelArn }) => models.versions(trainedModelArn).trainedModels,
    ),
    cancelTrainedModel: call("CancelTrainedModel", ({ trainedModelArn }) => models.delete(trainedModelArn)),
    deleteTrainedModelOutput: call("DeleteTrainedModelOutput", ({ trainedModelArn }) => models.delete(trainedModelArn)),
    tagResource: call("TagResource", ({ resourceArn, tags }) => void Object.assign(models.find(resourceArn).tags, tags)),
    untagResource: call("UntagResource", ({ resourceArn, tagKeys }) => models.untag(resourceArn, tagKeys)),
    listTagsForResource: call("ListTagsForResource", ({ resourceArn }) => ({ tags: models.find(resourceArn).tags })),
  };
}

/** A client's answers have dates where those of the wire have text. */
function withDates(answer) {
  if (Array.isArray(answer)) return answer.map(withDates);
  if (answer?.createTime === undefined) return answer;
  return { ...answer, createTime: new Date(answer.createTime), updateTime: new Date(answer.updateTime) };
}
