/** The bench's service, in memory: every step takes the same time, however many models there are. */
import { randomUUID } from "node:crypto";

/** The page size, where a request names none. */
const PAGE = 10;
const ACCOUNT = "123456789012";
const collaborationIdentifier = "11111111-2222-3333-4444-555555555555";

/** What the service says is not there. */
export class NotFound extends Error {}

/**
 * @typedef {Record<string, any>} Model a record: the request, and what the service adds
 */
export class Models {
  /** @type {Map<string, Model>} */ #byArn = new Map();
  /** @type {Map<string, Model[]>} */ #byMembership = new Map();
  /** Requests by the name of the operation. @type {Record<string, number>} */
  counts = {};

  /**
   * @param {{ now?: () => number, trainingMs?: number, deleteMs?: number }} options by default everything is done at once
   */
  constructor({ now = Date.now, trainingMs = 0, deleteMs = 0 } = {}) {
    this.now = now;
    this.trainingMs = trainingMs;
    this.deleteMs = deleteMs;
  }

  /** @param {string} operation @param {number} [times] */
  count(operation, times = 1) {
    this.counts[operation] = (this.counts[operation] ?? 0) + times;
  }

  /** @param {Record<string, any>} request */
  create({ tags = {}, ...request }) {
    const { membershipIdentifier } = request;
    const trainedModelArn = `arn:aws:cleanrooms-ml:us-east-1:${ACCOUNT}:membership/${membershipIdentifier}/trained-model/${randomUUID()}`;
    const model = { ...request, trainedModelArn, tags: { ...tags }, createTime: this.now() };
    this.#byArn.set(trainedModelArn, model);
    const rows = this.#byMembership.get(membershipIdentifier) ?? [];
    rows.push(model);
    this.#byMembership.set(membershipIdentifier, rows);
    return { trainedModelArn };
  }

  /** @param {string} arn @returns {Model} as the service has it */
  find(arn) {
    const found = this.#byArn.get(arn);
    if (found === undefined) throw new NotFound(`${arn} was not found`);
    return found;
  }

  /** @param {string} arn @returns {Model} as GetTrainedModel answers it */
  get(arn) {
    const { deletedAt, ...model } = this.find(arn);
    const status = this.#statusOf({ deletedAt, ...model });
    const done = status === "CREATE_IN_PROGRESS" ? {} : { logsStatus: "PUBLISH_SUCCEEDED", metricsStatus: "PUBLISH_SUCCEEDED" };
    return { ...model, ...done, ...this.#times(model), collaborationIdentifier, status, tags: { ...model.tags } };
  }

  /** @param {string} membership @param {number} [size] @param {string} [token] */
  list(membership, size = PAGE, token = "0") {
    const rows = this.#byMembership.get(membership) ?? [];
    const [from, to] = [Number(token), Number(token) + size];
    const page = rows.slice(from, to).map((model) => this.#summary(model));
    return { trainedModels: page, ...(to < rows.length ? { nextToken: String(to) } : {}) };
  }

  /** The rows of one model. @param {string} arn */
  versions(arn) {
    return { trainedModels: [this.#summary(this.find(arn))] };
  }

  /** @param {string} arn */
  delete(arn) {
    this.find(arn).deletedAt ??= this.now();
  }

  /** @param {string} arn @param {readonly string[]} keys */
  untag(arn, keys) {
    const { tags } = this.find(arn);
    for (const key of keys) delete tags[key];
  }

  /** @param {Model} model */
  #summary(model) {
    const { trainedModelArn, name, description, membershipIdentifier, configuredModelAlgorithmAssociationArn } = model;
    const named = { trainedModelArn, name, description, membershipIdentifier, configuredModelAlgorithmAssociationArn };
    return { ...named, ...this.#times(model), collaborationIdentifier, status: this.#statusOf(model) };
  }

  /** @param {Model} model */
  #times({ createTime }) {
    const time = new Date(createTime).toISOString();
    return { createTime: time, updateTime: time };
  }

  /** @param {Model} model */
  #statusOf({ createTime, deletedAt }) {
    const now = this.now();
    if (deletedAt !== undefined) return now < deletedAt + this.deleteMs ? "DELETE_IN_PROGRESS" : "INACTIVE";
    return now < createTime + this.trainingMs ? "CREATE_IN_PROGRESS" : "ACTIVE";
  }
}
