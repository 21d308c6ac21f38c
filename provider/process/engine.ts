import { connect } from "node:net";
import type { Engine } from "../core/run/ports";

/** Severities of Pulumi's LogSeverity (proto/engine.proto). */
const SEVERITY = { debug: 0, info: 1, warning: 2 } as const;

/** The generated client, as far as it is used here. */
interface EngineClient {
  log(request: unknown, callback: (error: unknown) => void): void;
}

/** The address of the engine: the last argument of a host's process. */
export function engineAddress(argv: readonly string[] = process.argv): string | undefined {
  const last = argv.at(-1);
  return last !== undefined && /^[^\s/:]+:\d+$/.test(last) ? last : undefined;
}

/** Whether somebody listens at the address. A busy engine that is slow to accept is alive; a refused connection is its end. */
export function answers(address: string): Promise<boolean> {
  const [host = "", port = ""] = address.split(":");
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const end = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.setTimeout(5_000, () => end(true));
  });
}

/** How the modules of the very copy of Pulumi that runs a host are had. */
export type PulumiModules = () => NodeJS.Require;

/** The engine behind an address. Rows and log lines are best effort: they never fail the work. */
export function engineAt(address: string | undefined, modules: PulumiModules): Engine {
  const send = address === undefined ? undefined : lazySender(address, modules);
  return {
    isAlive: () => (address === undefined ? Promise.resolve(true) : answers(address)),
    status: (urn, message) => send?.("info", urn, message, true),
    log: (severity, urn, message) => send?.(severity, urn, message, false),
  };
}

type Send = (severity: keyof typeof SEVERITY, urn: string, message: string, isEphemeral: boolean) => void;

/** Pulumi's own gRPC client. */
function lazySender(address: string, modules: PulumiModules): Send {
  let loaded: { client: EngineClient; LogRequest: new () => LogRequest } | undefined;
  const load = () => {
    const pulumi = modules();
    const grpc = pulumi("@grpc/grpc-js");
    const { EngineClient } = pulumi("@pulumi/pulumi/proto/engine_grpc_pb");
    const { LogRequest } = pulumi("@pulumi/pulumi/proto/engine_pb");
    return { client: new EngineClient(address, grpc.credentials.createInsecure()), LogRequest };
  };
  return (severity, urn, message, isEphemeral) => {
    try {
      loaded ??= load();
      const request = new loaded.LogRequest();
      request.setSeverity(SEVERITY[severity]);
      request.setUrn(urn);
      request.setMessage(message);
      request.setEphemeral(isEphemeral);
      loaded.client.log(request, () => undefined);
    } catch {
      // A row that cannot be shown is no reason to stop.
    }
  };
}

interface LogRequest {
  setSeverity(severity: number): void;
  setUrn(urn: string): void;
  setMessage(message: string): void;
  setEphemeral(isEphemeral: boolean): void;
}
