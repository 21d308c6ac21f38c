import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Received {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An answer: a status with a body (an object is sent as JSON), or a way to give none. */
export type Answer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | "reset" // closes the connection without a byte
  | "hang" // never answers
  | "stall"; // begins a body and never ends it

export interface TestServer {
  origin: string;
  received: Received[];
  /** Resolves when that many requests have come and been answered. */
  answered(count: number): Promise<void>;
  close(): Promise<void>;
}

/** An HTTP server on loopback that answers by script and keeps what it was sent. */
export async function serve(script: Answer | ((request: Received, index: number) => Answer)): Promise<TestServer> {
  const received: Received[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  let finished = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = "", query = ""] = (request.url ?? "").split(/\?(.*)/s);
    const one = {
      method: request.method ?? "",
      path,
      query,
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    received.push(one);
    reply(response, typeof script === "function" ? script(one, received.length - 1) : script);
    finished++;
    for (const { count, go } of waiting) if (finished >= count) go();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answered: (count) => new Promise((go) => (finished >= count ? go() : waiting.push({ count, go }))),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === "hang") return;
  if (answer === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer === "stall") {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"membershipIdentifier":');
    return;
  }
  const { status = 200, headers = {}, body = {} } = answer;
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** An error answer in the form of AWS. */
export const fault = (status: number, name: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  headers: { "x-amzn-errortype": name, "x-amzn-requestid": "r-1" },
  body: { message: `said by ${name}`, ...more },
});
