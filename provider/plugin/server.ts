import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { grpc, ResourceProviderService } from "./pulumi";

/** As large as the engine's own (rpcutil.GrpcChannelOptions): a model's hyperparameters may fill more than gRPC's 4 MB with all that is around. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** Serves on a port of this machine alone, and gives the port. */
export function listen(service: IResourceProviderServer): Promise<number> {
  const server = new grpc.Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  server.addService(ResourceProviderService, service);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
}
