import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import type { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { Message } from "google-protobuf";
import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import type { Values } from "../../provider/core/values/pick";
import type { ResourceType } from "../../provider/handlers";
import { Failure, UnfinishedError } from "../../provider/handlers/failures";
import type { DiffAnswer, Handlers } from "../../provider/handlers/handlers";
import type { Request } from "../../provider/handlers/request";
import type { Run } from "../../provider/handlers/run";
import { ProviderConfig } from "../../provider/plugin/configuration";
import { Crud } from "../../provider/plugin/crud";
import { Facts } from "../../provider/plugin/facts";
import { grpc, messages, Struct } from "../../provider/plugin/pulumi";
import { type PluginResource, resourcesOf } from "../../provider/plugin/resources";
import { encoded } from "../../provider/plugin/values";
import { Configuration } from "../../provider/settings/configuration";
import { initFailureOf } from "../host/host";

/** Handlers whose answers a host may have to wait for. */
export type HostedHandlers = Omit<Handlers, "diff"> & {
  diff(...asked: Parameters<Handlers["diff"]>): DiffAnswer | Promise<DiffAnswer>;
};

/** The handlers as Pulumi's engine reaches them through the plugin: all that is said goes over in bytes. Recorded values stay as they are on the wire. */
export function handlersOverMessages(run: Run): Record<ResourceType, HostedHandlers> {
  const facts = new Facts();
  const config = new ProviderConfig(new Configuration(run.engine));
  const over = (resource: PluginResource) => hosted(new Crud(resource, facts, config));
  const { MlConfiguration, TrainingJob, TrainingWaiter } = resourcesOf(run);
  return { MlConfiguration: over(MlConfiguration), TrainingJob: over(TrainingJob), TrainingWaiter: over(TrainingWaiter) };
}

function hosted(crud: Crud): HostedHandlers {
  return {
    async check({ olds, news, ...request }) {
      const message = named(new messages.CheckRequest(), request);
      const { organization, chained } = request;
      message.setNews(encoded({ ...news, __context: { program: "node", organization, chained } }, request.secrets));
      message.setOlds(wire(olds ?? {}));
      const answer = sent(await crud.check(sent(message)));
      return { inputs: valuesOf(answer.getInputs()), failures: answer.getFailuresList().map((one) => one.toObject()) };
    },
    async diff({ id, olds, news, ...request }) {
      const message = named(new messages.DiffRequest(), request);
      message.setId(id);
      message.setOlds(wire(olds));
      message.setNews(wire(news));
      const changes = [
        ...sent(await crud.diff(sent(message)))
          .getDetaileddiffMap()
          .entries(),
      ];
      const pathsWhere = (isReplacing: boolean) =>
        changes.filter(([, diff]) => replaces(diff) === isReplacing).map(([path]) => path);
      return { updates: pathsWhere(false), replaces: pathsWhere(true) };
    },
    async create({ inputs, isPreview, ...request }) {
      const message = named(new messages.CreateRequest(), request);
      message.setProperties(wire(inputs));
      message.setPreview(isPreview);
      const answer = sent(await asked(() => crud.create(sent(message))));
      return { id: answer.getId(), outputs: valuesOf(answer.getProperties()) };
    },
    async read({ id, olds, ...request }) {
      const message = named(new messages.ReadRequest(), request);
      message.setId(id);
      message.setProperties(wire(olds));
      const answer = sent(await asked(() => crud.read(sent(message))));
      if (answer.getId() === "") return undefined;
      return { outputs: valuesOf(answer.getProperties()), inputs: valuesOf(answer.getInputs()) };
    },
    async update({ id, olds, inputs, isPreview, ...request }) {
      const message = named(new messages.UpdateRequest(), request);
      message.setId(id);
      message.setOlds(wire(olds));
      message.setNews(wire(inputs));
      message.setPreview(isPreview);
      return valuesOf(sent(await asked(() => crud.update(sent(message)))).getProperties());
    },
    async delete({ id, olds, ...request }) {
      const message = named(new messages.DeleteRequest(), request);
      message.setId(id);
      message.setProperties(wire(olds));
      await asked(() => crud.delete(sent(message)));
    },
  };
}

function named<Named extends { setUrn(urn: string): void; setName(name: string): void }>(
  message: Named,
  { urn, name }: Pick<Request, "urn" | "name">,
): Named {
  message.setUrn(urn);
  message.setName(name);
  return message;
}

/** A message as it arrives. */
function sent<Sent extends Message>(message: Sent): Sent {
  const { deserializeBinary } = message.constructor as unknown as { deserializeBinary(bytes: Uint8Array): Sent };
  return deserializeBinary(message.serializeBinary());
}

function wire(values: object): StructMessage {
  return Struct.fromJavaScript({ ...values });
}

function valuesOf(message: StructMessage | undefined): Values {
  return message?.toJavaScript() ?? {};
}

function replaces(diff: PropertyDiff): boolean {
  const { ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
  return [ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE].some((kind) => kind === diff.getKind());
}

/** What gRPC would send of an error, as the handlers throw it. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, details, metadata } = error as ServiceError;
    const unfinished = metadata && initFailureOf(error);
    if (unfinished !== undefined) throw new UnfinishedError(unfinished.id, unfinished.properties, details);
    assert.equal(code, grpc.status.FAILED_PRECONDITION, String(error));
    throw new Failure(details);
  }
}
