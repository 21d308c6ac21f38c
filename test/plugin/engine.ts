import type * as EngineServices from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "../../provider/plugin/pulumi";
import { answered, GrpcServer } from "./grpc-server";

const { EngineService }: typeof EngineServices = require("@pulumi/pulumi/proto/engine_grpc_pb");

/** Pulumi's engine, which only listens, and keeps each line that it is to show. */
export class Engine {
  private constructor(
    readonly server: GrpcServer,
    readonly logged: readonly LogRequest.AsObject[],
  ) {}

  static async start(): Promise<Engine> {
    const logged: LogRequest.AsObject[] = [];
    const log = answered((request: LogRequest) => {
      logged.push(request.toObject());
      return new Empty();
    });
    return new Engine(await GrpcServer.start(EngineService, { log }), logged);
  }
}
