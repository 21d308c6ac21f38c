import { NodeHttpHandler } from "@smithy/node-http-handler";

/** How long a request may take, in milliseconds. */
export interface Timeouts {
  /** Until the answer begins, and between two pieces of it. */
  requestTimeout?: number;
  connectionTimeout?: number;
}

/** One HTTP request as it goes out: no header, query or body, which may hold what is secret. */
export interface SentRequest {
  method: string;
  origin: string;
  path: string;
}

type Handle = NodeHttpHandler["handle"];

/** HTTP with time-outs that end a request (the SDK's own default only warns), and that tells of each one it sends. */
export class ObservedHandler extends NodeHttpHandler {
  constructor(
    { requestTimeout = 60_000, connectionTimeout = 10_000 }: Timeouts,
    private readonly onRequest: (request: SentRequest) => void,
  ) {
    super({ requestTimeout, connectionTimeout, socketTimeout: requestTimeout, throwOnRequestTimeout: true });
  }

  override handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const { method, protocol, hostname, port, path } = request;
    this.onRequest({ method, origin: `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`, path });
    return super.handle(request, options);
  }
}
