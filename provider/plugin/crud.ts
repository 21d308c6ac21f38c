import type {
  CheckRequest,
  CheckResponse,
  CreateRequest,
  CreateResponse,
  DeleteRequest,
  DiffRequest,
  DiffResponse,
  ReadRequest,
  ReadResponse,
  UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { type CheckFailure, guarded } from "../handlers/failures";
import type { Request } from "../handlers/request";
import type { ProviderConfig } from "./configuration";
import { diffResponse } from "./detailed-diff";
import { asGrpcErrors } from "./errors";
import { contextIn, type Facts } from "./facts";
import { inOwnWords } from "./own-words";
import { messages } from "./pulumi";
import { type Nulls, type Recorded, recordedOf } from "./recorded";
import { requestOf } from "./requests";
import type { PluginResource } from "./resources";
import { type Decoded, decoded, encoded } from "./values";

/** The six questions about one resource: messages in, messages out. Nothing is decided here. */
export class Crud {
  constructor(
    readonly resource: PluginResource,
    readonly facts: Facts,
    readonly config: ProviderConfig,
  ) {}

  async check(call: CheckRequest): Promise<CheckResponse> {
    const [olds, news] = [decoded(call.getOlds()), decoded(call.getNews())];
    this.facts.noteTold(call.getUrn(), contextIn(news.hidden));
    const isRecorded = Object.keys(olds.values).length > 0;
    const request = requestOf(call, this.resource, news, this.facts);
    const answer = await this.#answered([olds, news], () =>
      this.resource.handlers.check({ ...request, olds: isRecorded ? olds.values : undefined, news: news.values }),
    );
    const response = new messages.CheckResponse();
    response.setInputs(encoded(answer.inputs, [...news.secrets, ...this.config.secretTags(news.values.tags)]));
    response.setFailuresList(answer.failures.map((failure) => this.#failureMessage(failure)));
    return response;
  }

  async diff(call: DiffRequest): Promise<DiffResponse> {
    const [olds, news, oldInputs] = [decoded(call.getOlds()), decoded(call.getNews()), decoded(call.getOldInputs())];
    const request = requestOf(call, this.resource, news, this.facts, olds.hidden);
    const id = call.getId();
    this.facts.noteRecorded(request.urn, olds.hidden);
    this.#noteJob(id, request.urn, news);
    const answer = await this.#answered([olds, news], () =>
      this.resource.handlers.diff({ ...request, id, olds: olds.values, oldSecrets: olds.secrets, news: news.values }),
    );
    return diffResponse(answer, { oldInputs: oldInputs.values, olds: olds.values, news: news.values });
  }

  async create(call: CreateRequest): Promise<CreateResponse> {
    const inputs = decoded(call.getProperties());
    const timed = { action: "create", seconds: call.getTimeout() } as const;
    const request = { ...requestOf(call, this.resource, inputs, this.facts, {}, timed), isPreview: call.getPreview() };
    const recorded = this.#recorded(request, inputs.secrets, this.#nullsFor(call.getUrn()));
    const { id, outputs } = await this.#errors(recorded, () =>
      this.resource.handlers.create({ ...request, inputs: inputs.values }),
    );
    this.#noteJob(id, request.urn, inputs);
    const response = new messages.CreateResponse();
    response.setId(id);
    response.setProperties(recorded(outputs));
    return response;
  }

  async read(call: ReadRequest): Promise<ReadResponse> {
    const olds = decoded(call.getProperties());
    const id = call.getId();
    this.#noteJob(id, call.getUrn(), olds);
    const jobId = this.resource.part === "waiter" ? { jobId: id } : {};
    const request = requestOf(call, this.resource, { ...olds, values: { ...jobId, ...olds.values } }, this.facts);
    const response = new messages.ReadResponse();
    const found = await this.#errors(undefined, () => this.resource.handlers.read({ ...request, id, olds: olds.values }));
    if (found === undefined) return response;
    const nulls = this.resource.outputs.filter((name) => olds.nulls.includes(name));
    const isImport = !call.hasProperties();
    const { outputs, inputs } = isImport
      ? await guarded(found.inputs, olds.secrets, async () => this.resource.imported(id, found))
      : found;
    response.setId(id);
    response.setProperties(this.#recorded(request, olds.secrets, nulls)(outputs));
    response.setInputs(encoded(inputs, olds.secrets));
    return response;
  }

  async update(call: UpdateRequest): Promise<UpdateResponse> {
    const [olds, inputs] = [decoded(call.getOlds()), decoded(call.getNews())];
    const id = call.getId();
    const timed = { action: "update", seconds: call.getTimeout() } as const;
    const request = requestOf(call, this.resource, inputs, this.facts, olds.hidden, timed);
    const recorded = this.#recorded(request, [...inputs.secrets, ...namesBelow(olds.secrets)], this.#nullsFor(call.getUrn()));
    const outputs = await this.#errors(recorded, () =>
      this.resource.handlers.update({
        ...request,
        isPreview: call.getPreview(),
        id,
        olds: olds.values,
        inputs: inputs.values,
      }),
    );
    const response = new messages.UpdateResponse();
    response.setProperties(recorded(outputs));
    return response;
  }

  async delete(call: DeleteRequest): Promise<void> {
    const olds = decoded(call.getProperties());
    const timed = { action: "delete", seconds: call.getTimeout() } as const;
    const request = requestOf(call, this.resource, olds, this.facts, olds.hidden, timed);
    await this.#errors(undefined, () => this.resource.handlers.delete({ ...request, id: call.getId(), olds: olds.values }));
  }

  /** The service repeats the name of the model below. */
  #recorded(request: Request, secrets: readonly string[], nulls: Nulls): Recorded {
    return (outputs) => recordedOf(this.resource, request, [...secrets, ...this.facts.secretNamesIn(outputs)], nulls)(outputs);
  }

  #nullsFor(urn: string): Nulls {
    return this.facts.isOfClass(urn) ? [] : this.resource.outputs;
  }

  #errors<T>(recorded: Recorded | undefined, work: () => Promise<T>): Promise<T> {
    return asGrpcErrors((text) => this.config.blanked(text), recorded, work);
  }

  /** The answer to a question whose handler guards no secret: it asks the service nothing, and throws only what nobody foresaw. */
  #answered<T>(asked: readonly Decoded[], work: () => T | Promise<T>): Promise<T> {
    const guardedBy =
      (inner: () => Promise<T>, { values, secrets }: Decoded) =>
      () =>
        guarded(values, secrets, inner);
    return this.#errors(
      undefined,
      asked.reduce(guardedBy, async () => work()),
    );
  }

  #failureMessage({ property, reason }: CheckFailure) {
    const failure = new messages.CheckFailure();
    failure.setProperty(property);
    failure.setReason(this.config.blanked(inOwnWords(reason)));
    return failure;
  }

  /** The wait for a job comes with its id alone. */
  #noteJob(id: string, urn: string, { values, secrets }: Pick<ReturnType<typeof decoded>, "values" | "secrets">): void {
    if (this.resource.part === "job") this.facts.noteJob(id, { urn, secrets, isAdopted: values.adopt !== undefined });
  }
}

/** What only the run that made a model may know: its update may come without the model below. */
function namesBelow(secrets: readonly string[]): string[] {
  return secrets.filter((path) => path.endsWith(".modelName"));
}
