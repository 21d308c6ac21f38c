import type * as ProviderMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as ResourceServices from "@pulumi/pulumi/proto/resource_grpc_pb";
import type * as ResourceMessages from "@pulumi/pulumi/proto/resource_pb";
import { Empty, messages } from "../../provider/plugin/pulumi";
import { answered, GrpcServer } from "./grpc-server";
import { encoded, type Service, type Values } from "./service";

const { ResourceMonitorService }: typeof ResourceServices = require("@pulumi/pulumi/proto/resource_grpc_pb");
const resources: typeof ResourceMessages = require("@pulumi/pulumi/proto/resource_pb");

export type Registered = ResourceMessages.RegisterResourceRequest;

/** What the engine says of a resource. */
export interface Registration {
  id?: string;
  outputs?: Values;
  isSkipped?: boolean;
}

/** Where Pulumi's engine registers the resources of a component: it notes what comes, and answers as it is told to. */
export class Monitor {
  private constructor(
    readonly server: GrpcServer,
    readonly registered: readonly Registered[],
    /** The URNs of the components that are done. */
    readonly completed: readonly string[],
  ) {}

  static async start(answer: (request: Registered) => Registration | Promise<Registration> = () => ({})): Promise<Monitor> {
    const registered: Registered[] = [];
    const completed: string[] = [];
    const server = await GrpcServer.start(ResourceMonitorService, {
      supportsFeature: answered(() => new resources.SupportsFeatureResponse().setHassupport(true)),
      registerResource: answered(async (request: Registered) => {
        registered.push(request);
        return responseOf(request, await answer(request));
      }),
      registerResourceOutputs: answered((request: ResourceMessages.RegisterResourceOutputsRequest) => {
        completed.push(request.getUrn());
        return new Empty();
      }),
    });
    return new Monitor(server, registered, completed);
  }

  /** Makes a component in a plugin. */
  construct(
    service: Service,
    inputs: Values,
    more: (request: ProviderMessages.ConstructRequest) => unknown = () => undefined,
  ): Promise<ProviderMessages.ConstructResponse> {
    const request = new messages.ConstructRequest();
    request.setProject("shop");
    request.setStack("dev");
    request.setType("cleanroomsml:index:TrainedModel");
    request.setName("churn");
    request.setMonitorendpoint(this.server.address);
    request.setInputs(encoded(inputs));
    more(request);
    return service.ask("construct", request);
  }

  /** What was registered last of a type, by the last part of its token. */
  last(type: string): Registered {
    const found = this.registered.filter((one) => one.getType().endsWith(`:${type}`)).at(-1);
    if (found === undefined) throw new Error(`no ${type} was registered`);
    return found;
  }
}

function responseOf(
  request: Registered,
  { id = "", outputs = {}, isSkipped = false }: Registration,
): ResourceMessages.RegisterResourceResponse {
  const response = new resources.RegisterResourceResponse();
  const above = request.getParent().split("::").slice(0, -1).join("::");
  const type = `${above === "" ? "urn:pulumi:dev::shop::" : `${above}$`}${request.getType()}`;
  response.setUrn(`${type}::${request.getName()}`);
  response.setId(id);
  response.setResult(isSkipped ? resources.Result.SKIP : resources.Result.SUCCESS);
  response.setObject(encoded({ ...request.getObject()?.toJavaScript(), ...outputs }));
  return response;
}
