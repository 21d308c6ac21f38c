import type { Client, ServiceError } from "@grpc/grpc-js";
import type { Resource, ResourceHookBinding } from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import type * as ResourceMessages from "@pulumi/pulumi/proto/resource_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { requireOfPulumi } from "../pulumi";

type Done<Answer> = (error: ServiceError | null, answer: Answer) => void;

/** Where resources are registered, as Pulumi's SDK calls it. */
export interface Monitor {
  registerResource(
    request: ResourceMessages.RegisterResourceRequest,
    done: Done<ResourceMessages.RegisterResourceResponse>,
  ): unknown;
  registerResourceOutputs(request: ResourceMessages.RegisterResourceOutputsRequest, done: Done<Empty>): unknown;
}

/** What Pulumi's SDK keeps of a run. Its types leave it out. */
export interface Store {
  settings: { monitor?: Monitor | undefined; engine?: Client | undefined };
  [feature: `supports${string}`]: boolean;
}

/** What Pulumi's own host of components works with (provider/server.ts), of the one copy of the SDK. Its types leave it out. */
export interface Sdk {
  settings: {
    resetOptions(
      project: string,
      stack: string,
      parallel: number,
      engineAddress: string,
      monitorAddress: string,
      isPreview: boolean,
      organization: string,
    ): void;
    awaitFeatureSupport(): Promise<void>;
    getMonitor(): Monitor | undefined;
    getEngine(): Client | undefined;
    waitForRPCs(): Promise<void>;
  };
  state: { withLocalStorage<T>(work: () => Promise<T>): Promise<T>; getStore(): Store };
  config: { setAllConfig(config: Record<string, string>, secretKeys: string[]): void };
  server: {
    deserializeInputs(
      inputs: Struct | undefined,
      dependencies: ReturnType<ConstructRequest["getInputdependenciesMap"]>,
    ): Promise<Record<string, unknown>>;
  };
  rpc: {
    serializeResourceProperties(
      label: string,
      properties: Record<string, unknown>,
    ): Promise<[ReturnType<Struct["toJavaScript"]>, Map<string, Set<Resource>>]>;
    deserializeProperty(value: ReturnType<Value["toJavaScript"]>, keepUnknowns: boolean): unknown;
  };
  registration: {
    hookBindingFromProto(binding: ReturnType<ConstructRequest["getResourceHooks"]>): ResourceHookBinding | undefined;
  };
  resources: Pick<typeof ResourceMessages, "Result">;
}

let loaded: Sdk | undefined;

/** Loaded with the first component: most of the SDK, a sixth of a second. */
export function sdk(): Sdk {
  loaded ??= loadedSdk();
  return loaded;
}

function loadedSdk(): Sdk {
  const ofPulumi = requireOfPulumi();
  // Where a child is made is a line of this file, whatever the program is: in the state it would differ from machine to machine.
  ofPulumi("@pulumi/pulumi").Resource.stackTrace = () => [];
  return {
    settings: ofPulumi("@pulumi/pulumi/runtime/settings"),
    state: ofPulumi("@pulumi/pulumi/runtime/state"),
    config: ofPulumi("@pulumi/pulumi/runtime/config"),
    server: ofPulumi("@pulumi/pulumi/provider/server"),
    rpc: ofPulumi("@pulumi/pulumi/runtime/rpc"),
    registration: ofPulumi("@pulumi/pulumi/runtime/resource"),
    resources: ofPulumi("@pulumi/pulumi/proto/resource_pb"),
  };
}
