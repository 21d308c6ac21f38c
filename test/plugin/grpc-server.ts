import type { handleUnaryCall, Server, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { grpc } from "../../provider/plugin/pulumi";

/** A service on a port of this machine. */
export class GrpcServer {
  private constructor(
    readonly address: string,
    readonly server: Server,
  ) {}

  static async start(service: ServiceDefinition, methods: UntypedServiceImplementation): Promise<GrpcServer> {
    const server = new grpc.Server();
    server.addService(service, methods);
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      ),
    );
    return new GrpcServer(`127.0.0.1:${port}`, server);
  }

  close(): void {
    this.server.forceShutdown();
  }
}

/** A method of a service out of a function. */
export function answered<Question, Reply>(
  work: (question: Question) => Reply | Promise<Reply>,
): handleUnaryCall<Question, Reply> {
  return ({ request }, done) => {
    const reply = async () => work(request);
    reply().then(
      (found) => done(null, found),
      (error: unknown) => done({ code: grpc.status.UNKNOWN, details: String(error) }),
    );
  };
}
