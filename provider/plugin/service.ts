import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { partsOfUrn } from "../core/values/urns";
import type { Components } from "./components";
import type { ProviderConfig } from "./configuration";
import { Crud } from "./crud";
import { failed } from "./errors";
import type { Facts } from "./facts";
import { packageVersion, schemaText } from "./files";
import { Empty, messages, PluginInfo } from "./pulumi";
import type { PluginResource } from "./resources";
import { unary, unimplemented, unimplementedStream } from "./unary";

/** Pulumi asks so for one thing alone: an import by hand. */
const COMPONENT =
  "a TrainedModel is imported with a file, which `pulumi preview --import-file import.json` writes from the program; its training alone is imported as cleanroomsml:index:TrainingJob";

/** What the service stands on. */
export interface Plugin {
  resources: Readonly<Record<string, PluginResource>>;
  config: ProviderConfig;
  components: Components;
  facts: Facts;
  cancel(): void;
}

/** Pulumi's ResourceProvider (proto/provider.proto), method by method. */
export function serviceOf({ resources, config, components, facts, cancel }: Plugin): IResourceProviderServer {
  const cruds = new Map(Object.entries(resources).map(([type, resource]) => [type, new Crud(resource, facts, config)]));
  const crudFor = (call: { getUrn(): string }): Crud => {
    const type = partsOfUrn(call.getUrn()).types.at(-1) ?? "";
    const crud = cruds.get(type.split(":").at(-1) ?? "");
    if (crud === undefined)
      throw failed(type.endsWith(":TrainedModel") ? COMPONENT : `the package cleanroomsml has no resource ${type}`);
    return crud;
  };
  return {
    handshake: unary(async () => {
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptOutputs(true);
      return response;
    }),
    getPluginInfo: unary(async () => {
      const info = new PluginInfo();
      info.setVersion(packageVersion());
      return info;
    }),
    getSchema: unary(async () => {
      const response = new messages.GetSchemaResponse();
      response.setSchema(schemaText());
      return response;
    }),
    attach: unary(async () => new Empty()),
    cancel: unary(async () => {
      cancel();
      await components.cancel();
      return new Empty();
    }),
    checkConfig: unary((call) => config.check(call)),
    diffConfig: unary((call) => config.diff(call)),
    configure: unary((call) => config.configure(call)),
    check: unary((call) => crudFor(call).check(call)),
    diff: unary((call) => crudFor(call).diff(call)),
    create: unary((call) => crudFor(call).create(call)),
    read: unary((call) => crudFor(call).read(call)),
    update: unary((call) => crudFor(call).update(call)),
    delete: unary(async (call) => {
      await crudFor(call).delete(call);
      return new Empty();
    }),
    list: unimplementedStream,
    parameterize: unimplemented,
    invoke: unimplemented,
    call: unimplemented,
    construct: unary((call) => components.construct(call)),
    getMapping: unimplemented,
    getMappings: unimplemented,
  };
}
